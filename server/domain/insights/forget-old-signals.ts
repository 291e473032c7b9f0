import type { PlatformContext } from "#server/context/platform-context.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { after, days } from "#server/kernel/clock.ts"

/** What visitors did is nobody's business for ever. */
export const keptDays = 400
const atOnce = 20_000

/** Deletes signals that are older than that, some at a time, so that nobody waits for a lock. Answers how many went. */
export async function forgetOldSignals(ctx: TenantContext): Promise<number> {
  const until = after(ctx.clock.now(), -days(keptDays))
  let forgotten = 0
  for (;;) {
    const [row] = await ctx.transact(
      ({ sql, tenantId }) => sql<{ count: number }>`
        with gone as (
          delete from signal where tenant_id = ${tenantId} and id in (
            select id from signal where tenant_id = ${tenantId} and at < ${until}::timestamptz order by at limit ${atOnce}
          ) returning 1
        ) select count(*)::int as count from gone`,
    )
    const count = row?.count ?? 0
    forgotten += count
    if (count < atOnce) return forgotten
  }
}

export async function openTenants(platform: PlatformContext): Promise<string[]> {
  const rows = await platform.read(
    "insights.active-shops",
    ({ sql }) => sql<{ id: string }>`select id from tenant where status = 'active' order by id`,
  )
  return rows.map(({ id }) => id)
}
