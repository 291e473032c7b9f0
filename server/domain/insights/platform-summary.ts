import { type Fragment, fragment } from "#server/context/fragment.ts"
import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, days } from "#server/kernel/clock.ts"
import { type Money, money } from "#server/kernel/money.ts"

export interface TenantSummary {
  readonly tenantId: string
  readonly slug: string
  readonly name: string
  readonly status: "active" | "suspended"
  readonly host: string
  readonly language: string
  readonly theme: string
  readonly openedAt: Date
  /** Published products. */
  readonly products: number
  readonly customers: number
  readonly ordersToday: number
  readonly orders30Days: number
  readonly revenueToday: Money
  readonly revenue30Days: Money
}

interface SummaryRow extends Omit<TenantSummary, "revenueToday" | "revenue30Days"> {
  readonly currency: string
  readonly minorToday: bigint
  readonly minor30Days: bigint
}

export interface PlatformSummary {
  readonly tenants: readonly TenantSummary[]
  readonly activeShops: number
  readonly ordersToday: number
  /** One sum per currency, since they do not add up. Paid orders that were not cancelled, over 30 days. */
  readonly revenue30Days: readonly Money[]
}

/** Every shop in figures, for the platform's admins; the best seller first. One statement. */
export async function platformSummary(platform: PlatformContext): Promise<PlatformSummary> {
  const tenants = await readTenants(platform)
  const sums = new Map<string, bigint>()
  for (const { revenue30Days } of tenants)
    sums.set(revenue30Days.currency, (sums.get(revenue30Days.currency) ?? 0n) + revenue30Days.minor)
  return {
    tenants,
    activeShops: tenants.filter(({ status }) => status === "active").length,
    ordersToday: tenants.reduce((sum, tenant) => sum + tenant.ordersToday, 0),
    revenue30Days: [...sums].map(([currency, minor]) => money(minor, currency)),
  }
}

/** One shop in the same figures, without counting the others'. */
export async function tenantSummary(platform: PlatformContext, tenantId: string): Promise<TenantSummary | undefined> {
  const [tenant] = await readTenants(platform, tenantId)
  return tenant
}

function readTenants(platform: PlatformContext, tenantId?: string): Promise<TenantSummary[]> {
  const now = platform.clock.now()
  const today = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
  const monthAgo = after(now, -days(30))
  const its = (column: Fragment) => (tenantId === undefined ? fragment`true` : fragment`${column} = ${tenantId}`)
  const rowsOf = its(fragment`tenant_id`)
  return platform.read("insights.platform-summary", async ({ sql }) => {
    const rows = await sql<SummaryRow>`
      select t.id as "tenantId", t.slug, t.name, t.status, d.host, t.language, t.theme, t.opened_at as "openedAt", t.currency,
        coalesce(p.count, 0)::int as products, coalesce(c.count, 0)::int as customers,
        coalesce(o.today, 0)::int as "ordersToday", coalesce(o.month, 0)::int as "orders30Days",
        coalesce(o.minor_today, 0)::bigint as "minorToday", coalesce(o.minor_month, 0)::bigint as "minor30Days"
      from tenant t
      join domain d on d.tenant_id = t.id and d."primary"
      left join (select tenant_id, count(*) from product where status = 'published' and ${rowsOf} group by tenant_id) p on p.tenant_id = t.id
      left join (select tenant_id, count(*) from customer where ${rowsOf} group by tenant_id) c on c.tenant_id = t.id
      left join (
        select tenant_id, count(*) as month, count(*) filter (where placed_at >= ${today}) as today,
          sum(total_minor) as minor_month, sum(total_minor) filter (where placed_at >= ${today}) as minor_today
        from "order" where paid_at is not null and cancelled_at is null and placed_at >= ${monthAgo} and ${rowsOf} group by tenant_id
      ) o on o.tenant_id = t.id
      where ${its(fragment`t.id`)}
      order by "orders30Days" desc, t.name`
    return rows.map(({ currency, minorToday, minor30Days, ...tenant }) => ({
      ...tenant,
      revenueToday: money(minorToday, currency),
      revenue30Days: money(minor30Days, currency),
    }))
  })
}
