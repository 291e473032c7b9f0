import type { TenantContext } from "#server/context/tenant-context.ts"

/** As `newToken` makes them: whatever else an address may hold is never asked of the database. */
const shape = /^[0-9a-z]{32}$/

/** By the link in a mail. Answers false when there is none, or none any more. */
export async function endWatch(ctx: TenantContext, token: string): Promise<boolean> {
  if (!shape.test(token)) return false
  const { count } = await ctx.transact(({ rows }) => rows.stockWatch.deleteMany({ where: { token } }))
  return count > 0
}
