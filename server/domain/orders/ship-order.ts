import type { TenantContext } from "#server/context/tenant-context.ts"
import { newId } from "#server/kernel/ids.ts"
import { moveOrder } from "./move-order.ts"

export interface Parcel {
  readonly carrier: string
  readonly tracking: string
}

/**
 * The goods of a paid order left the house.
 * @throws Refusal orders.not-found, orders.wrong-state
 */
export function shipOrder(ctx: TenantContext, orderId: string, { carrier, tracking }: Parcel): Promise<{ shipmentId: string }> {
  return ctx.transact(async (work) => {
    const { tenantId, now } = work
    await moveOrder(work, orderId, { to: "shipped" })
    const shipmentId = newId("shipment", now.getTime())
    await work.rows.shipment.create({ data: { tenantId, id: shipmentId, orderId, carrier, tracking, shippedAt: now } })
    await work.emit("order.shipped", { orderId, shipmentId })
    return { shipmentId }
  })
}
