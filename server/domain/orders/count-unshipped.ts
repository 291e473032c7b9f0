import type { TenantContext } from "#server/context/tenant-context.ts"

/** Orders that are paid and still in the house. One statement. */
export async function countUnshipped(ctx: TenantContext): Promise<number> {
  const [row] = await ctx.read(
    ({ sql, tenantId }) => sql<{ count: number }>`
      select count(*)::int as count from "order" where tenant_id = ${tenantId} and status = 'paid'`,
  )
  return row?.count ?? 0
}
