import type { TenantContext } from "#server/context/tenant-context.ts"

export interface BundleContents {
  readonly bundleId: string
  readonly parts: readonly ContentPart[]
}

export interface ContentPart {
  readonly variantId: string
  readonly productId: string
  readonly title: string
  /** Null while shoppers cannot see the part by itself. */
  readonly slug: string | null
  readonly choices: readonly string[]
  readonly sku: string
  readonly quantity: number
}

/** What each of a product's bundles is made of; variants that are none are left out. One statement. */
export function bundleContents(ctx: TenantContext, productId: string): Promise<BundleContents[]> {
  return ctx.read(
    ({ sql, tenantId }) => sql<BundleContents>`
      select b.bundle_id as "bundleId", json_agg(json_build_object('variantId', b.component_id, 'productId', p.id, 'title', p.title,
        'slug', case when p.status = 'published' then p.slug end, 'choices', v.choices, 'sku', v.sku, 'quantity', b.quantity)
        order by p.title, v.position, v.id) as parts
      from variant own
        join bundle_part b on b.tenant_id = own.tenant_id and b.bundle_id = own.id
        join variant v on v.tenant_id = b.tenant_id and v.id = b.component_id
        join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
      where own.tenant_id = ${tenantId} and own.product_id = ${productId}
      group by b.bundle_id`,
  )
}
