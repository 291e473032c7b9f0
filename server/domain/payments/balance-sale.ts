import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { saleBalance } from "#server/domain/ledger/index.ts"
import { newId } from "#server/kernel/ids.ts"

/**
 * Brings what was sent of a released sale to what is due of it: a transfer for what is missing, reversals for what was refunded since.
 * A shop that owes is sent only what is left of all its sales together, and what cannot be taken back is made up for by the next ones.
 * A job makes the call. Idempotent; locks the payment, then the shop's account.
 */
export function balanceSale(ctx: TenantContext, paymentId: string): Promise<void> {
  return ctx.transact(async (work) => {
    const sale = await lock(work, paymentId)
    if (!sale?.isReleased || sale.isOnItsWay) return
    const due = await saleBalance(work, paymentId, "payable")
    if (due < 0n) return takeBack(work, paymentId, -due)
    const account = await lockAccount(work)
    if (due === 0n || !account) return
    const left = await leftOver(work, sale.currency)
    const minor = due < left ? due : left
    if (minor > 0n) await send(work, { paymentId, account, minor, currency: sale.currency })
  })
}

interface LockedSale {
  readonly isReleased: boolean
  readonly currency: string
  readonly isOnItsWay: boolean
}

async function lock({ sql, tenantId }: Work, paymentId: string): Promise<LockedSale | undefined> {
  const [payment] = await sql<{ isReleased: boolean; currency: string }>`
    select released_at is not null as "isReleased", trim(currency) as currency from payment
    where tenant_id = ${tenantId} and id = ${paymentId} for update`
  const [open] = await sql<{ any: boolean }>`
    select exists (select from transfer t where t.tenant_id = ${tenantId} and t.payment_id = ${paymentId} and t.status = 'requested')
      or exists (select from transfer t join transfer_reversal v on v.tenant_id = t.tenant_id and v.transfer_id = t.id
        where t.tenant_id = ${tenantId} and t.payment_id = ${paymentId} and v.status = 'requested') as any`
  return payment && { ...payment, isOnItsWay: open?.any ?? false }
}

async function lockAccount({ sql, tenantId }: Work): Promise<string | undefined> {
  const [account] = await sql<{ ref: string }>`
    select provider_ref as ref from payout_account
    where tenant_id = ${tenantId} and provider_ref is not null and transferable for update`
  return account?.ref
}

/** Due of all sales together, less what is on its way. */
async function leftOver({ sql, tenantId }: Work, currency: string): Promise<bigint> {
  const [row] = await sql<{ minor: bigint }>`
    select (coalesce((select -sum(e.amount_minor) from entry e
          where e.tenant_id = ${tenantId} and e.account = 'payable' and e.currency = ${currency}), 0)
        - coalesce((select sum(t.amount_minor) from transfer t
          where t.tenant_id = ${tenantId} and t.status = 'requested' and t.currency = ${currency}), 0))::bigint as minor`
  return row?.minor ?? 0n
}

interface Parcel {
  readonly paymentId: string
  readonly account: string
  readonly minor: bigint
  readonly currency: string
}

async function send({ sql, tenantId, now, emit }: Work, { paymentId, account, minor, currency }: Parcel): Promise<void> {
  const transferId = newId("transfer", now.getTime())
  await sql`
    insert into transfer (tenant_id, id, payment_id, account, amount_minor, currency, idempotency_key, keyed_at, requested_at)
    values (${tenantId}, ${transferId}, ${paymentId}, ${account}, ${minor.toString()}::bigint, ${currency}, ${`transfer-${transferId}`},
      ${now}::timestamptz, ${now}::timestamptz)`
  await emit("transfer.requested", { transferId, paymentId })
}

/** From the latest transfer backwards. */
async function takeBack({ sql, tenantId, now, emit }: Work, paymentId: string, owed: bigint): Promise<void> {
  const sent = await sql<{ id: string; rest: bigint; currency: string }>`
    select id, amount_minor - reversed_minor as rest, trim(currency) as currency from transfer
    where tenant_id = ${tenantId} and payment_id = ${paymentId} and status = 'sent' and reversed_minor < amount_minor
    order by requested_at desc, id desc for update`
  let open = owed
  for (const { id, rest, currency } of sent) {
    const minor = (open < rest ? open : rest).toString()
    if (open <= 0n) return
    open -= BigInt(minor)
    const reversalId = newId("reversal", now.getTime())
    await sql`
      insert into transfer_reversal (tenant_id, id, transfer_id, amount_minor, currency, idempotency_key, keyed_at, requested_at)
      values (${tenantId}, ${reversalId}, ${id}, ${minor}::bigint, ${currency}, ${`reversal-${reversalId}`}, ${now}::timestamptz,
        ${now}::timestamptz)`
    await sql`
      update transfer set reversed_minor = reversed_minor + ${minor}::bigint where tenant_id = ${tenantId} and id = ${id}`
    await emit("reversal.requested", { reversalId, paymentId })
  }
}
