import type { TenantPulse } from "#server/messages/live.ts"

export const boardOrders = ["orders", "visitors", "stock-outs", "name"] as const
export type BoardOrder = (typeof boardOrders)[number]

/** Enough to read; with a thousand shops the page draws no more than these each second. */
export const mostRows = 50

const weight: Record<Exclude<BoardOrder, "name">, (tenant: TenantPulse) => number> = {
  orders: (tenant) => tenant.ordersPerMinute * 1_000_000 + tenant.orderHistory.reduce((sum, count) => sum + count, 0),
  visitors: (tenant) => tenant.visitors,
  "stock-outs": (tenant) => tenant.stockOutsPerMinute,
}

/** The rows that are shown, and how many are not. Ties by name, so that rows do not change places without a reason. */
export function boardRows(
  tenants: readonly TenantPulse[],
  filter: string,
  order: BoardOrder,
): { rows: TenantPulse[]; hidden: number } {
  const wanted = filter.trim().toLowerCase()
  const matching = tenants.filter(({ name, slug }) => name.toLowerCase().includes(wanted) || slug.includes(wanted))
  const byName = (a: TenantPulse, b: TenantPulse) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  const sorted = matching.sort((a, b) => (order === "name" ? 0 : weight[order](b) - weight[order](a)) || byName(a, b))
  return { rows: sorted.slice(0, mostRows), hidden: Math.max(0, sorted.length - mostRows) }
}
