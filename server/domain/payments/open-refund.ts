import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import { type Money, money } from "#server/kernel/money.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { RefundReason } from "./refund-view.ts"

export interface RefundWish {
  /** Names the wish within the shop: a repeat answers the first one's refund. */
  readonly key: string
  readonly orderId: string
  readonly amount: Money
  readonly reason: RefundReason
  readonly note?: string
  readonly withShipping?: boolean
}

export interface OpenedRefund {
  readonly refundId: string
  readonly isNew: boolean
}

/**
 * Sets the amount aside in one guarded statement and writes our row with the key that the provider will be called under. A job makes
 * the call. The payment's row stays locked until the transaction ends.
 * @throws Refusal payments.not-refundable, payments.refund-currency, payments.refund-too-much
 */
export async function openRefund(work: Work, wish: RefundWish): Promise<OpenedRefund> {
  const { sql, tenantId } = work
  const [payment] = await sql<Payment>`
    select id, status, amount_minor as "amountMinor", refunded_minor as "refundedMinor", trim(currency) as currency
    from payment where tenant_id = ${tenantId} and order_id = ${wish.orderId} for update`
  const [earlier] = await sql<{ id: string }>`select id from refund where tenant_id = ${tenantId} and wish_key = ${wish.key}`
  if (earlier) return { refundId: earlier.id, isNew: false }
  if (payment?.status !== "settled") return refuse("payments.not-refundable")
  checkAmount(payment, wish.amount)
  return { refundId: await write(work, payment.id, wish), isNew: true }
}

interface Payment {
  readonly id: string
  readonly status: string
  readonly amountMinor: bigint
  readonly refundedMinor: bigint
  readonly currency: string
}

function checkAmount({ amountMinor, refundedMinor, currency }: Payment, wanted: Money): void {
  if (wanted.currency !== currency) refuse("payments.refund-currency", { currency })
  const rest = amountMinor - refundedMinor
  if (wanted.minor <= 0n || wanted.minor > rest) refuse("payments.refund-too-much", { rest: money(rest, currency) })
}

async function write(work: Work, paymentId: string, wish: RefundWish): Promise<string> {
  const { sql, tenantId, now } = work
  const { orderId, amount, reason, note = "", withShipping = false } = wish
  const refundId = newId("refund", now.getTime())
  const minor = amount.minor.toString()
  await Promise.all([
    sql`update payment set refunded_minor = refunded_minor + ${minor}::bigint, revision = revision + 1
      where tenant_id = ${tenantId} and id = ${paymentId}`,
    sql`insert into refund (tenant_id, id, payment_id, order_id, reason, amount_minor, currency, with_shipping, note, wish_key,
        idempotency_key, keyed_at, requested_at)
      values (${tenantId}, ${refundId}, ${paymentId}, ${orderId}, ${reason}, ${minor}::bigint, ${amount.currency},
        ${withShipping}::boolean, ${note}, ${wish.key}, ${`refund-${refundId}`}, ${now}::timestamptz, ${now}::timestamptz)`,
    work.emit("refund.requested", { refundId, paymentId, orderId }),
  ])
  return refundId
}
