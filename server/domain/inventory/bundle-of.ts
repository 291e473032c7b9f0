import type { TenantContext } from "#server/context/tenant-context.ts"

export interface BundlePartView {
  readonly componentId: string
  readonly productId: string
  readonly title: string
  readonly choices: readonly string[]
  readonly sku: string
  readonly quantity: number
  readonly free: number
}

/** What a variant is made of; empty when it is no bundle. One statement. */
export function bundleOf(ctx: TenantContext, variantId: string): Promise<BundlePartView[]> {
  return ctx.read(
    ({ sql, tenantId }) => sql<BundlePartView>`
      select b.component_id as "componentId", p.id as "productId", p.title, v.choices, v.sku, b.quantity,
        greatest(0, s.on_hand - s.reserved) as free
      from bundle_part b
        join variant v on v.tenant_id = b.tenant_id and v.id = b.component_id
        join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
        join stock_level s on s.tenant_id = b.tenant_id and s.variant_id = b.component_id
      where b.tenant_id = ${tenantId} and b.bundle_id = ${variantId}
      order by p.title, v.position, v.id`,
  )
}
