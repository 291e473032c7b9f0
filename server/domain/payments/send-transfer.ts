import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { credit, debit, post } from "#server/domain/ledger/index.ts"
import { hours } from "#server/kernel/clock.ts"
import { money } from "#server/kernel/money.ts"
import type { ProviderTransfer } from "#server/ports/connect-gateway.ts"
import { isGatewayRejected } from "#server/ports/payment-gateway.ts"

/** Providers keep a key for 24 hours. */
const keyLifeMs = hours(23)

interface DueTransfer {
  readonly status: string
  readonly paymentId: string
  readonly account: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly idempotencyKey: string
  readonly keyedAt: Date
}

/**
 * Sends a sale's part to the shop's account, and books it. Idempotent, as `sendRefund`: under the stored key while the provider
 * remembers it; after that, what became of the first call is looked for, and where nothing did it has failed.
 */
export async function sendTransfer(ctx: TenantContext, transferId: string): Promise<void> {
  const [due] = await ctx.read(
    ({ sql, tenantId }) => sql<DueTransfer>`
      select status, payment_id as "paymentId", account, amount_minor as "amountMinor", trim(currency) as currency,
        idempotency_key as "idempotencyKey", keyed_at as "keyedAt"
      from transfer where tenant_id = ${tenantId} and id = ${transferId}`,
  )
  if (due?.status !== "requested") return
  try {
    const isStale = ctx.clock.now().getTime() - due.keyedAt.getTime() > keyLifeMs
    const made = isStale ? await findMade(ctx, due.paymentId, transferId) : await ask(ctx, transferId, due)
    if (made) await ctx.transact((work) => conclude(work, transferId, made.providerRef))
    else await fail(ctx, transferId, "key-too-old")
  } catch (error) {
    if (!isGatewayRejected(error)) throw error
    await fail(ctx, transferId, error.code ?? "rejected")
  }
}

function ask(ctx: TenantContext, transferId: string, due: DueTransfer): Promise<ProviderTransfer> {
  const { paymentId, account, idempotencyKey } = due
  const amount = money(due.amountMinor, due.currency)
  return ctx.ports.payments.transfer({ tenantId: ctx.tenant.id, transferId, paymentId, account, amount, idempotencyKey })
}

async function findMade(ctx: TenantContext, paymentId: string, transferId: string): Promise<ProviderTransfer | undefined> {
  return (await ctx.ports.payments.listTransfers(paymentId)).find(({ ownId }) => ownId === transferId)
}

async function conclude(work: Work, transferId: string, providerRef: string): Promise<void> {
  const { sql, tenantId, now } = work
  const [sent] = await sql<{ paymentId: string; minor: bigint; currency: string }>`
    update transfer set status = 'sent', provider_ref = ${providerRef}, settled_at = ${now}::timestamptz
    where tenant_id = ${tenantId} and id = ${transferId} and status = 'requested'
    returning payment_id as "paymentId", amount_minor as minor, trim(currency) as currency`
  if (!sent) return
  const amount = money(sent.minor, sent.currency)
  const platform = [debit("payable", amount), credit("cash:clearing", amount)]
  const shop = [debit("cash:connected", amount), credit("receivable", amount)]
  await post(work, { kind: "transfer.sent", reference: transferId, entries: [...platform, ...shop] })
  await work.emit("transfer.settled", { paymentId: sent.paymentId })
}

async function fail(ctx: TenantContext, transferId: string, failureCode: string): Promise<void> {
  await ctx.transact(
    ({ sql, tenantId, now }) => sql`
      update transfer set status = 'failed', failure_code = ${failureCode}, settled_at = ${now}::timestamptz
      where tenant_id = ${tenantId} and id = ${transferId} and status = 'requested'`,
  )
}
