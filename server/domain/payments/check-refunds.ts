import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import type { ProviderRefund } from "#server/ports/payment-gateway.ts"
import { conclude, concludeRefund } from "./conclude-refund.ts"

/**
 * Asks the provider how all refunds of a payment stand, and brings our rows there; those made in the provider's own pages are taken
 * over. What a message said does not matter, only that there was one. Rejects as the gateway does when the provider is away.
 */
export async function checkRefunds(ctx: TenantContext, paymentId: string): Promise<void> {
  const payment = await ctx.read(({ rows }) =>
    rows.payment.findFirst({ where: { id: paymentId }, select: { orderId: true, providerRef: true } }),
  )
  if (!payment?.providerRef) return
  const { orderId } = payment
  for (const seen of await ctx.ports.payments.listRefunds(payment.providerRef)) {
    const refundId = await ownIdOf(ctx, seen)
    if (refundId) await concludeRefund(ctx, refundId, seen)
    else await ctx.transact((work) => takeOver(work, { paymentId, orderId, seen }))
  }
}

async function ownIdOf(ctx: TenantContext, { refundId = "", providerRef }: ProviderRefund): Promise<string | undefined> {
  const own = await ctx.read(({ rows }) =>
    rows.refund.findFirst({ where: { OR: [{ id: refundId }, { providerRef }] }, select: { id: true } }),
  )
  return own?.id
}

interface Foreign {
  readonly paymentId: string
  readonly orderId: string
  readonly seen: ProviderRefund
}

/** One that failed there is no business of ours: no money moved. */
async function takeOver(work: Work, { paymentId, orderId, seen }: Foreign): Promise<void> {
  if (seen.status === "failed") return
  const { sql, tenantId, now } = work
  const minor = seen.amount.minor.toString()
  const refundId = newId("refund", now.getTime())
  await sql`select id from payment where tenant_id = ${tenantId} and id = ${paymentId} for update`
  const taken = await sql<{ id: string }>`
    insert into refund (tenant_id, id, payment_id, order_id, reason, amount_minor, currency, wish_key, idempotency_key, keyed_at,
      requested_at, provider_ref)
    values (${tenantId}, ${refundId}, ${paymentId}, ${orderId}, 'provider', ${minor}::bigint, ${seen.amount.currency},
      ${seen.providerRef}, ${seen.providerRef}, ${now}::timestamptz, ${now}::timestamptz, ${seen.providerRef})
    on conflict do nothing returning id`
  if (taken.length === 0) return
  await sql`
    update payment set refunded_minor = refunded_minor + ${minor}::bigint, revision = revision + 1
    where tenant_id = ${tenantId} and id = ${paymentId}`
  await conclude(work, refundId, seen.status, "", seen.providerRef)
}
