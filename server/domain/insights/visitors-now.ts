import type { TenantContext } from "#server/context/tenant-context.ts"
import { after, minutes } from "#server/kernel/clock.ts"

/** Different people who did something in the shop within the last five minutes. One statement. */
export async function visitorsNow(ctx: TenantContext): Promise<number> {
  const [row] = await ctx.read(
    ({ sql, tenantId, now }) => sql<{ count: number }>`
      select count(distinct visitor_id)::int as count from signal
      where tenant_id = ${tenantId} and at >= ${after(now, -minutes(5))}`,
  )
  return row?.count ?? 0
}
