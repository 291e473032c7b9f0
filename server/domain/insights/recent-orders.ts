import type { PlatformContext } from "#server/context/platform-context.ts"
import { type Money, money } from "#server/kernel/money.ts"

export interface RecentOrder {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly placedAt: Date
  readonly total: Money
}

/** A shop's latest orders, for support. Nothing of who ordered. */
export function recentOrders(platform: PlatformContext, tenantId: string, most = 20): Promise<RecentOrder[]> {
  return platform.read("insights.recent-orders", async ({ sql }) => {
    const rows = await sql<Omit<RecentOrder, "total"> & { minor: bigint; currency: string }>`
      select id, number, status, placed_at as "placedAt", total_minor as minor, trim(currency) as currency
      from "order" where tenant_id = ${tenantId} order by placed_at desc limit ${most}`
    return rows.map(({ minor, currency, ...order }) => ({ ...order, total: money(minor, currency) }))
  })
}
