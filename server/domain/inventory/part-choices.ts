import type { TenantContext } from "#server/context/tenant-context.ts"

/** What a bundle could be made of. */
export interface PartChoice {
  readonly variantId: string
  readonly sku: string
  readonly title: string
  readonly choices: readonly string[]
}

const mostOffered = 300

/** The first few hundred by name, to choose from: others are named by their article number. One statement. */
export function partChoices(ctx: TenantContext): Promise<PartChoice[]> {
  return ctx.read(
    ({ sql, tenantId }) => sql<PartChoice>`
      select v.id as "variantId", v.sku, p.title, v.choices
      from variant v join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
      where v.tenant_id = ${tenantId}
        and not exists (select from bundle_part b where b.tenant_id = v.tenant_id and b.bundle_id = v.id)
      order by p.title, v.position, v.id limit ${mostOffered}`,
  )
}

/** Variants by article number, as they are written. Those that are not there are left out. One statement. */
export async function variantsBySku(ctx: TenantContext, skus: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.read(
    ({ sql, tenantId }) => sql<{ sku: string; id: string }>`
      select v.sku, v.id from variant v where v.tenant_id = ${tenantId} and v.sku = any(${[...skus]}::text[])`,
  )
  return new Map(rows.map(({ sku, id }) => [sku, id]))
}
