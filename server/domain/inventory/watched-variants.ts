import type { TenantContext } from "#server/context/tenant-context.ts"

/** Which of these a signed-in customer waits for. */
export async function watchedVariants(ctx: TenantContext, customerId: string, variantIds: readonly string[]): Promise<string[]> {
  const where = { customerId, variantId: { in: [...variantIds] } }
  const watches = await ctx.read(({ rows }) => rows.stockWatch.findMany({ where, select: { variantId: true } }))
  return watches.map(({ variantId }) => variantId)
}
