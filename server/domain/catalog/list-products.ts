import { type Fragment, fragment } from "#server/context/fragment.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { type PageWish, type Paging, pageWindow, pagingOf } from "./paging.ts"
import { type CardRow, cardColumns, cardJoins, cardOf, type ProductCard, withPage } from "./product-card.ts"

export const productSorts = ["newest", "price-asc", "price-desc", "title"] as const
export type ProductSort = (typeof productSorts)[number]

export interface ProductListQuery extends PageWish {
  readonly categorySlug?: string
  readonly sort?: ProductSort
}

export interface ProductList extends Paging {
  readonly products: readonly ProductCard[]
}

const orders: Readonly<Record<ProductSort, Fragment>> = {
  newest: fragment`p.published_at desc, p.id desc`,
  "price-asc": fragment`p.from_minor, p.id`,
  "price-desc": fragment`p.from_minor desc, p.id`,
  title: fragment`lower(p.title), p.id`,
}

/** Published products. One statement, whatever the page: the count comes along even when the page is empty. */
export function listProducts(ctx: TenantContext, query: ProductListQuery = {}): Promise<ProductList> {
  const { page, limit, offset } = pageWindow(query)
  const { categorySlug, sort = "newest" } = query
  const order = orders[sort]
  return ctx.read(async ({ sql, tenantId }) => {
    const inCategory = categorySlug
      ? fragment`and p.category_id = (select id from category where tenant_id = ${tenantId} and slug = ${categorySlug})`
      : fragment``
    const matching = fragment`from product p where p.tenant_id = ${tenantId} and p.status = 'published' ${inCategory}`
    const rows = await sql<(CardRow | { readonly id: null }) & { readonly total: number }>`
      ${withPage(fragment`select * ${matching} order by ${order} limit ${limit} offset ${offset}`)}
      select t.total, ${cardColumns}
      from (select count(*)::int as total ${matching}) t left join p on true
      ${cardJoins}
      order by ${order}`
    const products = rows.filter((row) => row.id !== null).map((row) => cardOf(row, ctx.tenant.currency))
    return { products, ...pagingOf(rows[0]?.total ?? 0, page, limit) }
  })
}
