import type { TenantContext } from "#server/context/tenant-context.ts"
import { present } from "#server/kernel/assert.ts"
import type { OrderView } from "./order-view.ts"
import { readOrder } from "./read-order.ts"

/** The order with the token for its link, to be mailed to the address in it and to nobody else. */
export async function orderForMail(ctx: TenantContext, orderId: string): Promise<OrderView> {
  return present(await ctx.read((reading) => readOrder(reading, orderId)), "order to write about")
}
