import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { type CancelReason, type OrderStatus, orderStatusOf, sourcesOf } from "./order-states.ts"

export type Move =
  | { readonly to: Exclude<OrderStatus, "placed" | "cancelled"> }
  | { readonly to: "cancelled"; readonly reason: CancelReason }

/**
 * Moves an order if its state allows, which the statement itself looks at, and notes the time.
 * @throws Refusal orders.not-found, orders.wrong-state
 */
export async function moveOrder(work: Work, orderId: string, move: Move): Promise<void> {
  const { sql, tenantId, now } = work
  const { to } = move
  const reason = "reason" in move ? move.reason : ""
  const moved = await sql<{ id: string }>`
    update "order" set status = ${to}, revision = revision + 1, cancel_reason = ${reason},
      paid_at = case ${to}::text when 'paid' then ${now}::timestamptz else paid_at end,
      shipped_at = case ${to}::text when 'shipped' then ${now}::timestamptz else shipped_at end,
      cancelled_at = case ${to}::text when 'cancelled' then ${now}::timestamptz end
    where tenant_id = ${tenantId} and id = ${orderId} and status = any (${sourcesOf(to)}::text[])
    returning id`
  if (moved.length === 0) await refuseMove(work, orderId)
}

async function refuseMove({ rows }: Work, orderId: string): Promise<never> {
  const order = await rows.order.findFirst({ where: { id: orderId }, select: { status: true } })
  if (!order) refuse("orders.not-found")
  return refuse("orders.wrong-state", { status: orderStatusOf(order.status) })
}
