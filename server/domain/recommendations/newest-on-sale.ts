import type { TenantContext } from "#server/context/tenant-context.ts"

/** The newest published products: what a shop without a model has to offer. */
export async function newestOnSale(ctx: TenantContext, count: number): Promise<string[]> {
  const rows = await ctx.read(
    ({ sql, tenantId }) => sql<{ id: string }>`
      select id from product where tenant_id = ${tenantId} and status = 'published' order by published_at desc, id desc limit ${count}`,
  )
  return rows.map(({ id }) => id)
}
