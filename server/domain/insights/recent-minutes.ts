import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, hours } from "#server/kernel/clock.ts"
import type { Minute, Takings } from "#server/messages/pulse.ts"

interface MinuteRow extends Omit<Minute, "at" | "paid"> {
  readonly tenantId: string
  readonly minute: Date
  readonly paid: Takings
}

/** The kept minutes of these shops from that moment on, oldest first. A minute in which nothing happened is left out. */
export async function recentMinutes(
  platform: PlatformContext,
  tenantIds: readonly string[],
  since: Date,
): Promise<{ readonly tenantId: string; readonly minute: Minute }[]> {
  const rows = await platform.read(
    "insights.recent-minutes",
    ({ sql }) => sql<MinuteRow>`
      select tenant_id as "tenantId", minute, orders, paid, stock_outs as "stockOuts", refusals, faults, pages, pages_p95_ms as "pagesP95Ms",
        jobs, jobs_p95_ms as "jobsP95Ms", settled, failed, visitors, sockets, held, queue_depth as "queueDepth", queue_age_ms as "queueAgeMs"
      from pulse_minute where tenant_id = any(${[...tenantIds]}::text[]) and minute >= ${since} order by minute`,
  )
  return rows.map(({ tenantId, minute, ...figures }) => ({ tenantId, minute: { ...figures, at: minute.getTime() } }))
}

/** The last hour of one shop, or of `everyone`. */
export async function lastHour(platform: PlatformContext, tenantId: string): Promise<Minute[]> {
  const found = await recentMinutes(platform, [tenantId], after(platform.clock.now(), -hours(1)))
  return found.map(({ minute }) => minute)
}
