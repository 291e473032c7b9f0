import type { TenantContext } from "#server/context/tenant-context.ts"
import type { OrderStatus } from "./order-states.ts"
import type { OrderRow } from "./order-view.ts"
import { selectOrderRows } from "./order-rows.ts"

export interface OrderQuery {
  /** From 1 on. */
  readonly page?: number
  readonly status?: OrderStatus
}

export interface OrderPage {
  readonly orders: readonly OrderRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

const perPage = 25

/** Newest first, for the merchant. One statement. */
export async function listOrders(ctx: TenantContext, { page = 1, status }: OrderQuery = {}): Promise<OrderPage> {
  const found = await ctx.read((reading) => selectOrderRows(reading, { status, most: perPage, skip: (page - 1) * perPage }))
  const orders = found.orders.map((order) => ({ ...order, accessToken: "" }))
  return { orders, total: found.total, page, pages: Math.max(1, Math.ceil(found.total / perPage)) }
}
