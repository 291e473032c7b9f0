import { fragment } from "#server/context/fragment.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { type PageWish, type Paging, pageWindow, pagingOf } from "./paging.ts"
import { type CardRow, cardColumns, cardJoins, cardOf, type ProductCard, withPage } from "./product-card.ts"
import type { ProductStatus } from "./product-page.ts"

/** A product as the merchant's list shows it; `free` is what is on hand and not reserved. */
export interface ProductLine extends ProductCard {
  readonly status: ProductStatus
  readonly onHand: number
  readonly createdAt: Date
}

export interface ProductLineQuery extends PageWish {
  /** A part of a title or of a stock-keeping number. */
  readonly query?: string
}

export interface ProductLines extends Paging {
  readonly products: readonly ProductLine[]
}

interface LineRow extends CardRow {
  readonly status: ProductStatus
  readonly onHand: number
  readonly createdAt: Date
}

/** Every product of the shop, the newest first, drafts too. */
export function listAllProducts(ctx: TenantContext, wish: ProductLineQuery = {}): Promise<ProductLines> {
  const { page, limit, offset } = pageWindow(wish)
  const pattern = likePattern(wish.query ?? "")
  return ctx.read(async ({ sql, tenantId }) => {
    const matching = fragment`
      from product p where p.tenant_id = ${tenantId} and (p.title ilike ${pattern} or exists (
        select from variant v where v.tenant_id = p.tenant_id and v.product_id = p.id and v.sku ilike ${pattern}))`
    const rows = await sql<(LineRow | { readonly id: null }) & { readonly total: number }>`
      ${withPage(fragment`select * ${matching} order by p.created_at desc, p.id desc limit ${limit} offset ${offset}`)}
      select t.total, ${cardColumns}, p.status, p.created_at as "createdAt", h.on_hand as "onHand"
      from (select count(*)::int as total ${matching}) t left join p on true
      ${cardJoins}
      left join lateral (
        select coalesce(sum(s.on_hand), 0)::int as on_hand from variant v
        join stock_level s on s.tenant_id = v.tenant_id and s.variant_id = v.id
        where v.tenant_id = p.tenant_id and v.product_id = p.id
      ) h on true
      order by p.created_at desc, p.id desc`
    const products = rows
      .filter((row) => row.id !== null)
      .map((row) => ({ ...cardOf(row, ctx.tenant.currency), status: row.status, onHand: row.onHand, createdAt: row.createdAt }))
    return { products, ...pagingOf(rows[0]?.total ?? 0, page, limit) }
  })
}

/** The words as they are, anywhere. */
function likePattern(words: string): string {
  return `%${words.trim().replace(/[\\%_]/g, "\\$&")}%`
}
