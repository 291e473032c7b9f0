import type { Reading } from "#server/context/work.ts"
import { stockShown } from "#server/domain/catalog/index.ts"
import { after, days } from "#server/kernel/clock.ts"
import type { ProductDocument } from "#server/ports/product-search.ts"

interface DocumentSource extends Omit<ProductDocument, "category" | "sold" | "rating"> {
  readonly categorySlug: string | null
  readonly categoryName: string | null
  readonly sold: number
}

/**
 * What the index has to say of these products, as far as they are published. One statement. Units sold are those of the last thirty days,
 * to two digits: who sells thousands is not indexed anew for each.
 */
export async function documentsOf({ sql, tenantId, now }: Reading, productIds: readonly string[]): Promise<ProductDocument[]> {
  if (productIds.length === 0) return []
  const rows = await sql<DocumentSource>`
    select p.id as "productId", p.title, p.description, p.vendor, c.slug as "categorySlug", c.name as "categoryName",
      p.from_minor as "priceMinor", coalesce(p.published_at, p.created_at) as "publishedAt",
      coalesce(o.options, '[]') as options, coalesce(v.skus, '{}') as skus, coalesce(v.free, 0) > 0 as "isAvailable", coalesce(s.sold, 0) as sold
    from product p
    left join category c on c.tenant_id = p.tenant_id and c.id = p.category_id
    left join lateral (
      select json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position) as options
      from product_option o where o.tenant_id = p.tenant_id and o.product_id = p.id
    ) o on true
    left join lateral (
      select array_agg(v.sku order by v.position, v.id) filter (where v.sku <> '') as skus, sum(greatest(s.promisable, 0))::int as free
      from variant v ${stockShown}
      where v.tenant_id = p.tenant_id and v.product_id = p.id
    ) v on true
    left join lateral (
      select sum(l.quantity)::int as sold from order_line l
      join "order" r on r.tenant_id = l.tenant_id and r.id = l.order_id
      where l.tenant_id = p.tenant_id and l.product_id = p.id
        and r.paid_at is not null and r.cancelled_at is null and r.placed_at >= ${after(now, -days(30))}
    ) s on true
    where p.tenant_id = ${tenantId} and p.id = any(${[...productIds]}) and p.status = 'published'
    order by p.id`
  return rows.map(({ categorySlug, categoryName, sold, ...row }) => ({
    ...row,
    category: categorySlug !== null && categoryName !== null ? { slug: categorySlug, name: categoryName } : null,
    sold: twoDigits(sold),
    rating: null,
  }))
}

function twoDigits(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1)
  return Math.floor(count / unit) * unit
}
