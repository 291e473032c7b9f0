import type { TenantContext } from "#server/context/tenant-context.ts"
import { hours } from "#server/kernel/clock.ts"
import { money } from "#server/kernel/money.ts"
import { isGatewayRejected, type ProviderRefund } from "#server/ports/payment-gateway.ts"
import { concludeRefund, failRefund } from "./conclude-refund.ts"

/** Providers keep a key for 24 hours. */
const keyLifeMs = hours(23)

/**
 * Asks the provider to give the money back. Idempotent: a repeat asks under the same key while the provider remembers it, and looks
 * for what became of the first call after that. Rejects as the gateway does when the provider is away.
 */
export async function sendRefund(ctx: TenantContext, refundId: string): Promise<void> {
  const due = await findDue(ctx, refundId)
  if (due?.status !== "requested" || due.intentRef === null) return
  const isStale = ctx.clock.now().getTime() - due.keyedAt.getTime() > keyLifeMs
  const made = isStale ? await findMade(ctx, due.intentRef, refundId) : undefined
  const idempotencyKey = isStale && !made ? await renewKey(ctx, refundId) : due.idempotencyKey
  try {
    const answer = made ?? (await ask(ctx, { ...due, intentRef: due.intentRef, idempotencyKey }, refundId))
    await concludeRefund(ctx, refundId, answer)
  } catch (error) {
    if (!isGatewayRejected(error)) throw error
    await failRefund(ctx, refundId, error.code ?? "rejected")
  }
}

interface DueRefund {
  readonly status: string
  readonly paymentId: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly idempotencyKey: string
  readonly keyedAt: Date
  readonly intentRef: string | null
}

async function findDue(ctx: TenantContext, refundId: string): Promise<DueRefund | undefined> {
  const [due] = await ctx.read(
    ({ sql, tenantId }) => sql<DueRefund>`
      select r.status, r.payment_id as "paymentId", r.amount_minor as "amountMinor", trim(r.currency) as currency,
        r.idempotency_key as "idempotencyKey", r.keyed_at as "keyedAt", p.provider_ref as "intentRef"
      from refund r join payment p on p.tenant_id = r.tenant_id and p.id = r.payment_id
      where r.tenant_id = ${tenantId} and r.id = ${refundId}`,
  )
  return due
}

type Askable = Pick<DueRefund, "paymentId" | "amountMinor" | "currency" | "idempotencyKey"> & { readonly intentRef: string }

function ask(ctx: TenantContext, due: Askable, refundId: string): Promise<ProviderRefund> {
  return ctx.ports.payments.refund({
    tenantId: ctx.tenant.id,
    paymentId: due.paymentId,
    refundId,
    providerRef: due.intentRef,
    amount: money(due.amountMinor, due.currency),
    idempotencyKey: due.idempotencyKey,
  })
}

async function findMade(ctx: TenantContext, intentRef: string, refundId: string): Promise<ProviderRefund | undefined> {
  const all = await ctx.ports.payments.listRefunds(intentRef)
  return all.find((made) => made.refundId === refundId)
}

/** Stored before the call, as the first one was. Two at once agree on one. */
async function renewKey(ctx: TenantContext, refundId: string): Promise<string> {
  const renewed = `refund-${refundId}-${ctx.clock.now().getTime()}`
  const before = new Date(ctx.clock.now().getTime() - keyLifeMs)
  const key = await ctx.transact(async ({ sql, tenantId, now }) => {
    await sql`
      update refund set idempotency_key = ${renewed}, keyed_at = ${now}::timestamptz
      where tenant_id = ${tenantId} and id = ${refundId} and keyed_at < ${before}::timestamptz`
    const [row] = await sql<{ key: string }>`
      select idempotency_key as key from refund where tenant_id = ${tenantId} and id = ${refundId}`
    return row?.key
  })
  return key ?? renewed
}
