import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { type OrderStatus, orderStatusOf } from "./order-states.ts"
import type { SoldLine, SoldOrder } from "./refund-worth.ts"

export interface LockedLine extends SoldLine {
  readonly id: string
  readonly variantId: string
}

export interface LockedOrder extends SoldOrder {
  readonly status: OrderStatus
  readonly lines: readonly LockedLine[]
  readonly isShippingRefunded: boolean
}

interface Row extends Omit<LockedOrder, "status" | "lines"> {
  readonly status: string
}

/** The order first, as whoever confirms, cancels or ships it does. @throws Refusal orders.not-found */
export async function lockSoldOrder({ sql, tenantId }: Work, orderId: string): Promise<LockedOrder> {
  const [order] = await sql<Row>`
    select status, trim(currency) as currency, shipping_minor as "shippingMinor", tax_minor as "taxMinor",
      tax_included as "isTaxIncluded",
      exists (select from refund r where r.tenant_id = o.tenant_id and r.order_id = o.id and r.with_shipping and r.status <> 'failed')
        as "isShippingRefunded"
    from "order" o where tenant_id = ${tenantId} and id = ${orderId} for update`
  if (!order) return refuse("orders.not-found")
  const lines = await sql<LockedLine>`
    select id, variant_id as "variantId", quantity, refunded_quantity as "refundedQuantity", total_minor as "totalMinor"
    from order_line where tenant_id = ${tenantId} and order_id = ${orderId} order by position`
  return { ...order, status: orderStatusOf(order.status), lines }
}
