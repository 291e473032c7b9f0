import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import type { Money } from "#server/kernel/money.ts"

export interface OpenedPayment {
  readonly id: string
  readonly written: Promise<unknown>
}

/**
 * Our own row first, with the key that the provider will be called under: a lost answer can be asked for again. What costs nothing
 * needs no provider and is settled at once.
 */
export function openPayment(work: Work, order: { readonly id: string; readonly total: Money }): OpenedPayment {
  const id = newId("payment", work.now.getTime())
  const { minor, currency } = order.total
  const isFree = minor === 0n
  const written = work.sql`
    insert into payment (tenant_id, id, order_id, amount_minor, currency, idempotency_key, opened_at, status, settled_at)
    values (${work.tenantId}, ${id}, ${order.id}, ${minor.toString()}::bigint, ${currency}, ${`intent-${id}`}, ${work.now}::timestamptz,
      ${isFree ? "settled" : "opened"}, ${isFree ? work.now : null}::timestamptz)`
  const told = isFree ? work.emit("payment.settled", { paymentId: id, orderId: order.id }) : undefined
  return { id, written: Promise.all([written, told]) }
}
