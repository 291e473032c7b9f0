import { fragment } from "#server/context/fragment.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { type CardRow, cardColumns, cardJoins, cardOf, type ProductCard, withPage } from "#server/domain/catalog/index.ts"

/**
 * Published products like this one, the most alike first, by what they are: half for the same category, up to one for letters
 * that the titles share (trigrams), a quarter for the same vendor, up to a quarter for a near price. Those in stock go first.
 * One statement, over at most 120 candidates however large the shop: the newest of the category, and of all others.
 */
export function similarProducts(ctx: TenantContext, productId: string, most: number): Promise<ProductCard[]> {
  const shown = Math.max(1, Math.min(24, most))
  return ctx.read(async ({ sql, tenantId }) => {
    const others = fragment`product p, target t where p.tenant_id = ${tenantId} and p.status = 'published' and p.id <> t.id`
    const page = fragment`
      with target as (select * from product where tenant_id = ${tenantId} and id = ${productId}),
      candidates as (
        (select p.* from ${others} and p.category_id = t.category_id order by p.published_at desc limit 80)
        union all
        (select p.* from ${others} and p.category_id is distinct from t.category_id order by p.published_at desc limit 40)
      )
      select c.*, similarity(c.title, t.title)
        + case when c.category_id = t.category_id then 0.5 else 0 end
        + case when c.vendor <> '' and c.vendor = t.vendor then 0.25 else 0 end
        + 0.25 * least(c.from_minor, t.from_minor)::float8 / greatest(c.from_minor, t.from_minor, 1) as score
      from candidates c, target t
      order by score desc, c.id desc limit ${shown * 2}`
    const rows = await sql<CardRow>`
      ${withPage(page)}
      select ${cardColumns} from p ${cardJoins} order by coalesce(v.free, 0) > 0 desc, p.score desc, p.id desc limit ${shown}`
    return rows.map((row) => cardOf(row, ctx.tenant.currency))
  })
}
