import type { TenantContext } from "#server/context/tenant-context.ts"

/** By the link in a mail. Answers false when there is none, or none any more. */
export async function endWatch(ctx: TenantContext, token: string): Promise<boolean> {
  const { count } = await ctx.transact(({ rows }) => rows.stockWatch.deleteMany({ where: { token } }))
  return count > 0
}
