import type { TenantContext } from "#server/context/tenant-context.ts"
import { present } from "#server/kernel/assert.ts"
import { money } from "#server/kernel/money.ts"
import type { PaymentIntent } from "#server/ports/payment-gateway.ts"

/**
 * Opens the payment at the provider, so that the shopper's card form is there. Idempotent: a repeat asks under the same key.
 * Rejects as the gateway does when the provider is away; the job tries again.
 */
export async function authorizePayment(ctx: TenantContext, paymentId: string): Promise<void> {
  const due = await findDue(ctx, paymentId)
  if (due?.status !== "opened" || due.providerRef !== null) return
  const intent = await ctx.ports.payments.openIntent({
    tenantId: ctx.tenant.id,
    paymentId,
    orderId: due.orderId,
    amount: money(due.amountMinor, due.currency),
    idempotencyKey: due.idempotencyKey,
    email: due.email,
    description: `${ctx.tenant.name} #${due.number}`,
  })
  const status = await storeIntent(ctx, paymentId, intent)
  // The order was given up while the provider was thinking.
  if (status === "cancelled") await ctx.ports.payments.cancelIntent(intent.providerRef)
}

interface DuePayment {
  readonly status: string
  readonly orderId: string
  readonly number: number
  readonly email: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly idempotencyKey: string
  readonly providerRef: string | null
}

async function findDue(ctx: TenantContext, paymentId: string): Promise<DuePayment | undefined> {
  const [due] = await ctx.read(
    ({ sql, tenantId }) => sql<DuePayment>`
      select p.status, p.order_id as "orderId", o.number, o.email, p.amount_minor as "amountMinor", trim(p.currency) as currency,
        p.idempotency_key as "idempotencyKey", p.provider_ref as "providerRef"
      from payment p join "order" o on o.tenant_id = p.tenant_id and o.id = p.order_id
      where p.tenant_id = ${tenantId} and p.id = ${paymentId}`,
  )
  return due
}

/** The reference is kept whatever became of the payment meanwhile; the secret lets the payer pay only while it is open. */
async function storeIntent(ctx: TenantContext, paymentId: string, { providerRef, clientSecret }: PaymentIntent): Promise<string> {
  const [stored] = await ctx.transact(
    ({ sql, tenantId }) => sql<{ status: string }>`
      update payment set provider_ref = ${providerRef}, client_secret = ${clientSecret}, revision = revision + 1,
        status = case status when 'opened' then 'pending' else status end
      where tenant_id = ${tenantId} and id = ${paymentId} and (provider_ref is null or provider_ref = ${providerRef})
      returning status`,
  )
  return present(stored, "payment without another provider reference").status
}
