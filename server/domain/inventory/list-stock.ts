import { type Fragment, fragment } from "#server/context/fragment.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { stockShown } from "#server/domain/catalog/index.ts"
import { runsLow } from "./low-stock.ts"
import type { StockRow } from "./stock-state.ts"

export interface StockQuery {
  /** Part of a title or of an article number. */
  readonly query?: string
  /** Only what runs low. */
  readonly low?: boolean
  /** From 1 on. */
  readonly page?: number
}

export interface StockPage {
  readonly rows: readonly StockRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

export const stockPerPage = 50

/** One statement. Least free first. */
export async function listStock(ctx: TenantContext, { query = "", low = false, page = 1 }: StockQuery = {}): Promise<StockPage> {
  const like = `%${query.trim().replace(/[\\%_]/g, "\\$&")}%`
  const found = await readStock(
    ctx,
    fragment`(p.title ilike ${like} or v.sku ilike ${like}) and (not ${low}::boolean or (${runsLow(ctx.tenant.id)}))`,
    page,
  )
  const total = found[0]?.total ?? 0
  const rows = found.map(({ total: _, ...row }) => row)
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / stockPerPage)) }
}

/** One variant's line of the list. One statement. */
export async function findStock(ctx: TenantContext, variantId: string): Promise<StockRow | undefined> {
  const [found] = await readStock(ctx, fragment`v.id = ${variantId}`, 1)
  return found
}

function readStock(ctx: TenantContext, which: Fragment, page: number): Promise<(StockRow & { total: number })[]> {
  return ctx.read(
    ({ sql, tenantId }) => sql<StockRow & { total: number }>`
      select v.id as "variantId", p.id as "productId", p.title as "productTitle", v.choices, v.sku,
        s.on_hand as "onHand", s.reserved, s.free, s.promisable, s.revision, s.is_bundle as "isBundle",
        s.backorder_limit as "backorderLimit", s.low_at as "lowAt",
        (select coalesce(json_agg(json_build_object('locationId', l.id, 'onHand', f.on_hand) order by l.priority, l.id), '[]')
          from stock_shelf f join stock_location l on l.tenant_id = f.tenant_id and l.id = f.location_id
          where f.tenant_id = v.tenant_id and f.variant_id = v.id and f.on_hand > 0) as shelves,
        (count(*) over ())::int as total
      from variant v
        join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
        ${stockShown}
      where v.tenant_id = ${tenantId} and s.revision is not null and ${which}
      order by s.free, p.title, v.position, v.id
      limit ${stockPerPage} offset ${(page - 1) * stockPerPage}`,
  )
}
