import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { post } from "#server/domain/ledger/index.ts"
import { money } from "#server/kernel/money.ts"
import type { ProviderRefund } from "#server/ports/payment-gateway.ts"
import { refundEntries, reversed, type SaleSide } from "./refund-entries.ts"
import { refundMachine, type RefundStatus } from "./refund-states.ts"
import { bookedEntries, takenEntries } from "./booked-entries.ts"

/** Draws the conclusion from how a refund stands at the provider. Right in any order and number of repeats. */
export function concludeRefund(ctx: TenantContext, refundId: string, seen: ProviderRefund): Promise<void> {
  return ctx.transact((work) => conclude(work, refundId, seen.status, seen.failureCode ?? "", seen.providerRef))
}

/** The provider will not do it: what was set aside is free again. */
export function failRefund(ctx: TenantContext, refundId: string, failureCode: string): Promise<void> {
  return ctx.transact((work) => conclude(work, refundId, "failed", failureCode, null))
}

interface Refund {
  readonly id: string
  readonly was: RefundStatus
  readonly paymentId: string
  readonly orderId: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly side: SaleSide
}

export async function conclude(
  work: Work,
  refundId: string,
  to: RefundStatus,
  failureCode: string,
  providerRef: string | null,
): Promise<void> {
  const refund = await lock(work, refundId)
  if (!refund || !refundMachine.sourcesOf(to).includes(refund.was)) return
  const { sql, tenantId, now } = work
  await sql`
    update refund set status = ${to}, failure_code = ${failureCode}, provider_ref = coalesce(${providerRef}::text, provider_ref),
      revision = revision + 1, settled_at = case ${to}::text when 'succeeded' then ${now}::timestamptz else settled_at end
    where tenant_id = ${tenantId} and id = ${refundId}`
  if (to === "succeeded") await bookSuccess(work, refund)
  if (to === "failed") await takeBack(work, refund, failureCode)
}

/** The payment first, as everybody who changes its refunds does. */
async function lock({ sql, tenantId }: Work, refundId: string): Promise<Refund | undefined> {
  const [sale] = await sql<{ isReleased: boolean }>`
    select p.id, p.released_at is not null as "isReleased" from payment p
      join refund r on r.tenant_id = p.tenant_id and r.payment_id = p.id
    where p.tenant_id = ${tenantId} and r.id = ${refundId} for update of p`
  const [row] = await sql<Omit<Refund, "was" | "side"> & { readonly was: string }>`
    select id, status as was, payment_id as "paymentId", order_id as "orderId", amount_minor as "amountMinor", trim(currency) as currency
    from refund where tenant_id = ${tenantId} and id = ${refundId} for update`
  return row && { ...row, was: refundMachine.of(row.was), side: sale?.isReleased ? "payable" : "held" }
}

async function bookSuccess(work: Work, { id, paymentId, orderId, amountMinor, currency, side }: Refund): Promise<void> {
  const [sold, taken] = await Promise.all([bookedEntries(work, "payment.settled", paymentId), takenEntries(work, paymentId)])
  const entries = refundEntries(sold, taken, money(amountMinor, currency), side)
  await post(work, { kind: "refund.settled", reference: id, entries })
  await work.emit("refund.settled", { refundId: id, paymentId, orderId, amountMinor: amountMinor.toString(), currency })
}

async function takeBack(work: Work, refund: Refund, failureCode: string): Promise<void> {
  const { sql, tenantId } = work
  const { id, paymentId, orderId, amountMinor } = refund
  await sql`
    update payment set refunded_minor = refunded_minor - ${amountMinor.toString()}::bigint, revision = revision + 1
    where tenant_id = ${tenantId} and id = ${paymentId}`
  await sql`
    update order_line l set refunded_quantity = l.refunded_quantity - r.quantity from refund_line r
    where l.tenant_id = ${tenantId} and r.tenant_id = ${tenantId} and r.refund_id = ${id} and l.id = r.order_line_id`
  if (refund.was === "succeeded") {
    const booked = await bookedEntries(work, "refund.settled", id)
    await post(work, { kind: "refund.failed", reference: id, entries: reversed(booked, refund.side) })
  }
  await work.emit("refund.failed", { refundId: id, paymentId, orderId, failureCode })
}
