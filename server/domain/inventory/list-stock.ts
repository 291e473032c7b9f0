import type { TenantContext } from "#server/context/tenant-context.ts"
import type { StockRow } from "./stock-state.ts"

export interface StockQuery {
  /** Part of a title or of an article number. */
  readonly query?: string
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
export async function listStock(ctx: TenantContext, { query = "", page = 1 }: StockQuery = {}): Promise<StockPage> {
  const like = `%${query.trim().replace(/[\\%_]/g, "\\$&")}%`
  const found = await ctx.read(
    ({ sql, tenantId }) => sql<StockRow & { total: number }>`
      select s.variant_id as "variantId", p.id as "productId", p.title as "productTitle", v.choices, v.sku,
        s.on_hand as "onHand", s.reserved, s.on_hand - s.reserved as free, s.revision, (count(*) over ())::int as total
      from stock_level s
        join variant v on v.tenant_id = s.tenant_id and v.id = s.variant_id
        join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
      where s.tenant_id = ${tenantId} and (p.title ilike ${like} or v.sku ilike ${like})
      order by free, p.title, v.position, v.id
      limit ${stockPerPage} offset ${(page - 1) * stockPerPage}`,
  )
  const total = found[0]?.total ?? 0
  const rows = found.map(({ total: _, ...row }) => row)
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / stockPerPage)) }
}
