import { once } from "#server/context/once.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { sellStock, tryReserveStock } from "#server/domain/inventory/index.ts"
import { present } from "#server/kernel/assert.ts"
import { moveOrder } from "./move-order.ts"

/**
 * The money is there: what was held is sold. If the order had been given up, it is paid after all where the goods are still
 * there; otherwise it stays cancelled as `paid-too-late`, and the merchant owes the money back.
 */
export function confirmOrder(
  ctx: TenantContext,
  { orderId, paymentId }: { orderId: string; paymentId: string },
  eventId: string,
): Promise<void> {
  return ctx.transact(async (work) => {
    if (!(await once(work, "orders.confirm", eventId))) return
    const order = await lockPaidOrder(work, orderId, paymentId)
    if (order.status === "paid" || order.status === "shipped") return
    if (order.status === "cancelled" && !(await holdAgain(work, orderId))) return markTooLate(work, orderId)
    await Promise.all([
      moveOrder(work, orderId, { to: "paid" }),
      sellStock(work, orderId),
      work.emit("order.confirmed", { orderId, totalMinor: order.totalMinor, currency: order.currency }),
    ])
  })
}

interface PaidOrder {
  readonly status: string
  readonly totalMinor: string
  readonly currency: string
}

/** The order alone is locked: whoever cancels takes it first, too. */
async function lockPaidOrder({ sql, tenantId }: Work, orderId: string, paymentId: string): Promise<PaidOrder> {
  const [order] = await sql<PaidOrder>`
    select o.status, o.total_minor::text as "totalMinor", trim(o.currency) as currency
    from "order" o join payment p on p.tenant_id = o.tenant_id and p.order_id = o.id
    where o.tenant_id = ${tenantId} and o.id = ${orderId} and p.id = ${paymentId} and p.status = 'settled'
    for update of o`
  return present(order, "order with a settled payment")
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
