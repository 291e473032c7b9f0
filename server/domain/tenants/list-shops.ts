import type { PlatformContext } from "#server/context/platform-context.ts"

export interface ShopCard {
  readonly tenantId: string
  readonly slug: string
  readonly name: string
  readonly tagline: string
  readonly host: string
  readonly language: string
  readonly currency: string
  readonly theme: string
  readonly productCount: number
}

/** Every open shop, the fullest first. */
export function listShops(platform: PlatformContext): Promise<ShopCard[]> {
  return platform.read(
    "tenants.list-shops",
    ({ sql }) => sql<ShopCard>`
      select t.id as "tenantId", t.slug, t.name, t.tagline, d.host, t.language, t.currency, t.theme,
        coalesce(p.count, 0)::int as "productCount"
      from tenant t
      join domain d on d.tenant_id = t.id and d."primary"
      left join (select tenant_id, count(*) from product where status = 'published' group by tenant_id) p on p.tenant_id = t.id
      where t.status = 'active'
      order by "productCount" desc, t.name`,
  )
}
