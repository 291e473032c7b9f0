import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { type OrderStatus, orderStatusOf, sourcesOf } from "./order-states.ts"

/** What is written beside the new status. */
export interface OrderChange {
  readonly paidAt?: Date
  readonly shippedAt?: Date
  readonly cancelledAt?: Date
  readonly cancelReason?: string
}

/** Moves an order if its state allows, guarded in the statement itself; answers false when it does not. */
export async function tryMoveOrder(work: Work, orderId: string, to: OrderStatus, change: OrderChange, from = sourcesOf(to)): Promise<boolean> {
  const moved = await work.rows.order.updateMany({
    where: { id: orderId, status: { in: from } },
    data: { ...change, status: to, revision: { increment: 1 } },
  })
  return moved.count === 1
}

/** @throws Refusal orders.not-found, orders.wrong-state */
export async function moveOrder(work: Work, orderId: string, to: OrderStatus, change: OrderChange, from?: OrderStatus[]): Promise<void> {
  if (await tryMoveOrder(work, orderId, to, change, from)) return
  const order = await work.rows.order.findFirst({ where: { id: orderId }, select: { status: true } })
  if (!order) refuse("orders.not-found")
  refuse("orders.wrong-state", { status: orderStatusOf(order.status) })
}
