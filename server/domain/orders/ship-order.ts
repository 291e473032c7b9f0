import type { TenantContext } from "#server/context/tenant-context.ts"
import { awaitedPieces } from "#server/domain/inventory/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { refuse } from "#server/messages/refusals.ts"
import { lockSoldOrder } from "./lock-sold-order.ts"
import { moveOrder } from "./move-order.ts"

export interface Parcel {
  readonly carrier: string
  readonly tracking: string
}

/**
 * The goods of a paid order left the house.
 * @throws Refusal orders.not-found, orders.wrong-state, inventory.still-awaited
 */
export function shipOrder(ctx: TenantContext, orderId: string, { carrier, tracking }: Parcel): Promise<{ shipmentId: string }> {
  return ctx.transact(async (work) => {
    const { tenantId, now } = work
    const { lines } = await lockSoldOrder(work, orderId)
    // All pieces are being paid back: there is nothing left to send.
    if (lines.every(({ quantity, refundedQuantity }) => quantity === refundedQuantity))
      refuse("orders.wrong-state", { status: "refunded" })
    await moveOrder(work, orderId, { to: "shipped" })
    const pieces = await awaitedPieces(work, orderId)
    if (pieces > 0) refuse("inventory.still-awaited", { pieces })
    const shipmentId = newId("shipment", now.getTime())
    await work.rows.shipment.create({ data: { tenantId, id: shipmentId, orderId, carrier, tracking, shippedAt: now } })
    await work.emit("order.shipped", { orderId, shipmentId })
    return { shipmentId }
  })
}
