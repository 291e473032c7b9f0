import type { TenantContext } from "#server/context/tenant-context.ts"
import { type CardRow, cardColumns, cardJoins, cardOf, type ProductCard } from "#server/domain/catalog/index.ts"

/**
 * Published products like this one, the most alike first, by what they are: half for the same category, up to one for letters that
 * the titles share (trigrams), a quarter for the same vendor, up to a quarter for a near price. Those in stock go first.
 * One statement, over at most 300 candidates however large the shop: the newest of the category and of the whole.
 */
export function similarProducts(ctx: TenantContext, productId: string, most: number): Promise<ProductCard[]> {
  return ctx.read(async ({ sql, tenantId }) => {
    const rows = await sql<CardRow>`
      with target as (select * from product where tenant_id = ${tenantId} and id = ${productId}),
      candidates as (
        (select p.* from product p, target t where p.tenant_id = ${tenantId} and p.category_id = t.category_id
          and p.status = 'published' and p.id <> t.id order by p.published_at desc limit 200)
        union
        (select p.* from product p, target t where p.tenant_id = ${tenantId}
          and p.status = 'published' and p.id <> t.id order by p.published_at desc limit 100)
      ),
      alike as (
        select c.*, similarity(c.title, t.title)
          + case when c.category_id = t.category_id then 0.5 else 0 end
          + case when c.vendor <> '' and c.vendor = t.vendor then 0.25 else 0 end
          + case when t.from_minor > 0 and c.from_minor > 0
              then 0.25 * least(c.from_minor, t.from_minor)::float8 / greatest(c.from_minor, t.from_minor) else 0 end as score
        from candidates c, target t
        order by score desc, c.id desc limit ${Math.max(1, Math.min(24, most)) * 2}
      )
      select ${cardColumns} from alike p ${cardJoins} order by v.free > 0 desc, p.score desc, p.id desc limit ${most}`
    return rows.map((row) => cardOf(row, ctx.tenant.currency))
  })
}
