import { once } from "#server/context/once.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { sellStock, tryReserveStock } from "#server/domain/inventory/index.ts"
import { openRefund, type RefundReason } from "#server/domain/payments/index.ts"
import { present } from "#server/kernel/assert.ts"
import { money } from "#server/kernel/money.ts"
import { moveOrder } from "./move-order.ts"

/**
 * The money is there: what was held is sold. If the time to pay was over, the order is paid after all where the goods are still there;
 * otherwise it stays cancelled as `paid-too-late`. That, and what a person had cancelled, goes back to the payer by itself.
 */
export function confirmOrder(
  ctx: TenantContext,
  { orderId, paymentId }: { orderId: string; paymentId: string },
  eventId: string,
): Promise<void> {
  return ctx.transact(async (work) => {
    if (!(await once(work, "orders.confirm", eventId))) return
    const order = await lockPaidOrder(work, orderId, paymentId)
    if (order.status === "placed") return confirm(work, orderId, order)
    if (order.status !== "cancelled" || order.cancelReason === "paid-too-late") return
    if (order.cancelReason !== "expired") return giveBack(work, orderId, order, "order-cancelled")
    if (await holdAgain(work, orderId)) return confirm(work, orderId, order)
    await markTooLate(work, orderId)
    await giveBack(work, orderId, order, "paid-too-late")
  })
}

interface PaidOrder {
  readonly status: string
  readonly cancelReason: string
  readonly totalMinor: bigint
  readonly currency: string
}

/** The order alone is locked: whoever cancels takes it first, too. */
async function lockPaidOrder({ sql, tenantId }: Work, orderId: string, paymentId: string): Promise<PaidOrder> {
  const [order] = await sql<PaidOrder>`
    select o.status, o.cancel_reason as "cancelReason", o.total_minor as "totalMinor", trim(o.currency) as currency
    from "order" o join payment p on p.tenant_id = o.tenant_id and p.order_id = o.id
    where o.tenant_id = ${tenantId} and o.id = ${orderId} and p.id = ${paymentId} and p.status = 'settled'
    for update of o`
  return present(order, "order with a settled payment")
}

async function confirm(work: Work, orderId: string, { totalMinor, currency }: PaidOrder): Promise<void> {
  await Promise.all([
    moveOrder(work, orderId, { to: "paid" }),
    sellStock(work, orderId),
    work.emit("order.confirmed", { orderId, totalMinor: totalMinor.toString(), currency }),
  ])
}

async function holdAgain(work: Work, orderId: string): Promise<boolean> {
  const lines = await work.rows.orderLine.findMany({ where: { orderId }, select: { variantId: true, quantity: true } })
  const shortages = await tryReserveStock(work, orderId, lines, work.now)
  return shortages.length === 0
}

async function markTooLate(work: Work, orderId: string): Promise<void> {
  const reason = "paid-too-late"
  await work.rows.order.updateMany({ where: { id: orderId }, data: { cancelReason: reason, revision: { increment: 1 } } })
  await work.emit("order.cancelled", { orderId, reason })
}

async function giveBack(work: Work, orderId: string, { totalMinor, currency }: PaidOrder, reason: RefundReason): Promise<void> {
  if (totalMinor > 0n)
    await openRefund(work, { key: `${reason}-${orderId}`, orderId, amount: money(totalMinor, currency), reason })
}
