import type { TenantContext } from "#server/context/tenant-context.ts"
import { selectOrderRows } from "./order-rows.ts"
import type { OrderRow } from "./order-view.ts"

const most = 100

/** Newest first, for the customer. One statement. */
export async function listCustomerOrders(ctx: TenantContext, customerId: string): Promise<readonly OrderRow[]> {
  const { orders } = await ctx.read((reading) => selectOrderRows(reading, { customerId, most, skip: 0 }))
  return orders
}
