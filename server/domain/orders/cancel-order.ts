import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { releaseStock } from "#server/domain/inventory/index.ts"
import { giveUpPayment } from "#server/domain/payments/index.ts"
import { refuse } from "#server/messages/refusals.ts"
import { moveOrder } from "./move-order.ts"
import type { CancelReason } from "./order-states.ts"

/**
 * Gives up an order that is not paid: its stock is free at once; the provider is told by a job.
 * @throws Refusal orders.not-found, orders.wrong-state
 */
export function cancelOrder(ctx: TenantContext, orderId: string, reason: CancelReason): Promise<void> {
  return ctx.transact((work) => giveUpOrder(work, orderId, reason))
}

export async function giveUpOrder(work: Work, orderId: string, reason: CancelReason): Promise<void> {
  await moveOrder(work, orderId, { to: "cancelled", reason })
  // Paid a moment ago, and about to be confirmed: too late to give up.
  if (!(await giveUpPayment(work, orderId))) refuse("orders.wrong-state", { status: "paid" })
  await releaseStock(work, orderId)
  await work.emit("order.cancelled", { orderId, reason })
}
