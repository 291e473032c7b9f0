import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Reading } from "#server/context/work.ts"
import { defaultLowAt } from "#server/domain/inventory/index.ts"
import { after, days } from "#server/kernel/clock.ts"
import { type Money, money } from "#server/kernel/money.ts"

export interface DayRevenue {
  /** UTC, "2026-11-22". */
  readonly day: string
  readonly minor: bigint
  readonly orders: number
}

export interface TopProduct {
  readonly productId: string
  readonly slug: string
  readonly title: string
  readonly quantity: number
  readonly revenue: Money
}

export interface LowStock {
  readonly variantId: string
  readonly productId: string
  readonly slug: string
  readonly title: string
  readonly choices: readonly string[]
  readonly free: number
}

export interface ShopSummary {
  readonly ordersToday: number
  readonly revenueToday: Money
  readonly visitorsToday: number
  /** Paid, not cancelled, and still to be shipped. */
  readonly ordersToShip: number
  /** Thirty days, today last, days without a sale too. Paid orders that were not cancelled, tax and shipping included. */
  readonly revenue30Days: readonly DayRevenue[]
  readonly topProducts: readonly TopProduct[]
  readonly lowStock: readonly LowStock[]
}

/** How the shop does, in its own currency. Days are UTC days. Four statements. */
export function shopSummary(ctx: TenantContext): Promise<ShopSummary> {
  const { currency } = ctx.tenant
  return ctx.read(async (reading) => {
    const revenue30Days = await revenueByDay(reading, currency)
    const counts = await countsOf(reading)
    const topProducts = await topProductsOf(reading, currency)
    const today = revenue30Days.at(-1)
    return {
      ordersToday: today?.orders ?? 0,
      revenueToday: money(today?.minor ?? 0n, currency),
      ...counts,
      revenue30Days,
      topProducts,
      lowStock: await lowStockOf(reading),
    }
  })
}

function revenueByDay({ sql, tenantId, now }: Reading, currency: string): Promise<DayRevenue[]> {
  const today = now.toISOString().slice(0, 10)
  return sql<DayRevenue>`
    select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(sum(o.total_minor), 0)::bigint as minor, count(o.id)::int as orders
    from generate_series(${today}::date - 29, ${today}::date, interval '1 day') as d(day)
    left join "order" o on o.tenant_id = ${tenantId} and o.currency = ${currency}
      and o.paid_at is not null and o.cancelled_at is null
      and o.placed_at >= (d.day::timestamp at time zone 'UTC')
      and o.placed_at < ((d.day::timestamp + interval '1 day') at time zone 'UTC')
    group by d.day order by d.day`
}

async function countsOf({ sql, tenantId, now }: Reading): Promise<{ visitorsToday: number; ordersToShip: number }> {
  const today = `${now.toISOString().slice(0, 10)}T00:00:00Z`
  const [row] = await sql<{ visitorsToday: number; ordersToShip: number }>`
    select
      (select count(distinct visitor_id)::int from signal
        where tenant_id = ${tenantId} and at >= ${today}::timestamptz) as "visitorsToday",
      (select count(*)::int from "order" where tenant_id = ${tenantId}
        and paid_at is not null and shipped_at is null and cancelled_at is null) as "ordersToShip"`
  return row ?? { visitorsToday: 0, ordersToShip: 0 }
}

async function topProductsOf({ sql, tenantId, now }: Reading, currency: string): Promise<TopProduct[]> {
  const rows = await sql<Omit<TopProduct, "revenue"> & { minor: bigint }>`
    select l.product_id as "productId", p.slug, p.title, sum(l.quantity)::int as quantity, sum(l.total_minor)::bigint as minor
    from "order" o
    join order_line l on l.tenant_id = o.tenant_id and l.order_id = o.id
    join product p on p.tenant_id = l.tenant_id and p.id = l.product_id
    where o.tenant_id = ${tenantId} and o.currency = ${currency} and o.paid_at is not null and o.cancelled_at is null
      and o.placed_at >= ${after(now, -days(30))}
    group by l.product_id, p.slug, p.title order by minor desc, l.product_id limit 5`
  return rows.map(({ minor, ...product }) => ({ ...product, revenue: money(minor, currency) }))
}

function lowStockOf({ sql, tenantId }: Reading): Promise<LowStock[]> {
  return sql<LowStock>`
    select v.id as "variantId", p.id as "productId", p.slug, p.title, v.choices, s.on_hand - s.reserved as free
    from stock_level s
    join variant v on v.tenant_id = s.tenant_id and v.id = s.variant_id
    join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
    where s.tenant_id = ${tenantId} and p.status = 'published'
      and s.on_hand - s.reserved <= coalesce(s.low_at, (select g.low_at from stock_setting g where g.tenant_id = ${tenantId}), ${defaultLowAt})
      and not exists (select from bundle_part b where b.tenant_id = s.tenant_id and b.bundle_id = s.variant_id)
    order by free, p.title, v.position limit 10`
}
