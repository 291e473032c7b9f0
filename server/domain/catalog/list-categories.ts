import type { TenantContext } from "#server/context/tenant-context.ts"

export interface CategoryView {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Published products. */
  readonly productCount: number
}

/** Every category of the shop, empty ones too, in the merchant's order. */
export function listCategories(ctx: TenantContext): Promise<CategoryView[]> {
  return ctx.read(
    ({ sql, tenantId }) => sql<CategoryView>`
      select c.id, c.slug, c.name, count(p.id)::int as "productCount"
      from category c
      left join product p on p.tenant_id = c.tenant_id and p.category_id = c.id and p.status = 'published'
      where c.tenant_id = ${tenantId}
      group by c.tenant_id, c.id, c.slug, c.name, c.position
      order by c.position, c.name`,
  )
}
