import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { credit, debit, post } from "#server/domain/ledger/index.ts"
import { hours } from "#server/kernel/clock.ts"
import { money } from "#server/kernel/money.ts"
import type { ProviderTransfer } from "#server/ports/connect-gateway.ts"
import { isGatewayRejected } from "#server/ports/payment-gateway.ts"

/** Providers keep a key for 24 hours. */
const keyLifeMs = hours(23)

interface DueReversal {
  readonly status: string
  readonly transferRef: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly idempotencyKey: string
  readonly keyedAt: Date
}

/** Takes back from the shop's account what was refunded, and books it. Idempotent, as `sendTransfer`. */
export async function sendReversal(ctx: TenantContext, reversalId: string): Promise<void> {
  const [due] = await ctx.read(
    ({ sql, tenantId }) => sql<DueReversal>`
      select v.status, t.provider_ref as "transferRef", v.amount_minor as "amountMinor", trim(v.currency) as currency,
        v.idempotency_key as "idempotencyKey", v.keyed_at as "keyedAt"
      from transfer_reversal v join transfer t on t.tenant_id = v.tenant_id and t.id = v.transfer_id
      where v.tenant_id = ${tenantId} and v.id = ${reversalId}`,
  )
  if (due?.status !== "requested") return
  try {
    const isStale = ctx.clock.now().getTime() - due.keyedAt.getTime() > keyLifeMs
    const made = isStale ? await findMade(ctx, due.transferRef, reversalId) : await ask(ctx, reversalId, due)
    if (made) await ctx.transact((work) => conclude(work, reversalId, made.providerRef))
    else await fail(ctx, reversalId, "key-too-old")
  } catch (error) {
    if (!isGatewayRejected(error)) throw error
    await fail(ctx, reversalId, error.code ?? "rejected")
  }
}

function ask(ctx: TenantContext, reversalId: string, due: DueReversal): Promise<ProviderTransfer> {
  const { transferRef, idempotencyKey } = due
  const amount = money(due.amountMinor, due.currency)
  return ctx.ports.payments.reverseTransfer({ tenantId: ctx.tenant.id, reversalId, transferRef, amount, idempotencyKey })
}

async function findMade(ctx: TenantContext, transferRef: string, reversalId: string): Promise<ProviderTransfer | undefined> {
  return (await ctx.ports.payments.listReversals(transferRef)).find(({ ownId }) => ownId === reversalId)
}

async function conclude(work: Work, reversalId: string, providerRef: string): Promise<void> {
  const { sql, tenantId, now } = work
  const [back] = await sql<{ transferId: string; minor: bigint; currency: string }>`
    update transfer_reversal set status = 'reversed', provider_ref = ${providerRef}, settled_at = ${now}::timestamptz
    where tenant_id = ${tenantId} and id = ${reversalId} and status = 'requested'
    returning transfer_id as "transferId", amount_minor as minor, trim(currency) as currency`
  if (!back) return
  const amount = money(back.minor, back.currency)
  const platform = [debit("cash:clearing", amount), credit("payable", amount)]
  const shop = [debit("receivable", amount), credit("cash:connected", amount)]
  await post(work, { kind: "transfer.reversed", reference: reversalId, entries: [...platform, ...shop] })
  const [{ paymentId } = { paymentId: "" }] = await sql<{ paymentId: string }>`
    select payment_id as "paymentId" from transfer where tenant_id = ${tenantId} and id = ${back.transferId}`
  await work.emit("transfer.settled", { paymentId })
}

/** The shop has spent it: what it owes is taken from what its next sales leave. */
function fail(ctx: TenantContext, reversalId: string, failureCode: string): Promise<void> {
  return ctx.transact(async ({ sql, tenantId, now }) => {
    const [failed] = await sql<{ transferId: string; minor: bigint }>`
      update transfer_reversal set status = 'failed', failure_code = ${failureCode}, settled_at = ${now}::timestamptz
      where tenant_id = ${tenantId} and id = ${reversalId} and status = 'requested'
      returning transfer_id as "transferId", amount_minor as minor`
    if (!failed) return
    await sql`
      update transfer set reversed_minor = reversed_minor - ${failed.minor.toString()}::bigint
      where tenant_id = ${tenantId} and id = ${failed.transferId}`
  })
}
