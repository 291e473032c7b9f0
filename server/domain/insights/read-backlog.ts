import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, seconds } from "#server/kernel/clock.ts"
import { jobGraceMs } from "#server/messages/jobs.ts"

export interface ShopBacklog {
  readonly tenantId: string
  /** Jobs that are due and not done, and events that the relay has not told of. */
  readonly depth: number
  readonly ageMs: number
  /** Reservations that are held. */
  readonly held: number
}

/**
 * What waits at each shop, and what it holds back for buyers; only shops where there is any. One statement over the notes of jobs that
 * have not ended, whatever carries the queues: they are as many as what waits.
 */
export function readBacklog(platform: PlatformContext): Promise<ShopBacklog[]> {
  const now = platform.clock.now()
  return platform.read(
    "insights.read-backlog",
    ({ sql }) => sql<ShopBacklog>`
      with waiting as (
        select tenant_id, asked_at + coalesce(grace_ms, 0) * interval '1 millisecond' as since
        from due_job left join unnest(${Object.keys(jobGraceMs)}::text[], ${Object.values(jobGraceMs)}::int[]) as g (job, grace_ms) using (job)
        union all
        select tenant_id, at from outbox_event where published_at is null and at <= ${after(now, -seconds(1))}
      ),
      jobs as (
        select tenant_id, count(*)::int as depth, min(since) as since from waiting where since <= ${now} group by tenant_id
      ),
      holds as (select tenant_id, count(*)::int as held from reservation where status = 'held' group by tenant_id)
      select tenant_id as "tenantId", coalesce(depth, 0) as depth, coalesce(held, 0) as held,
        least(2147483647, coalesce(greatest(0, extract(epoch from ${now} - since) * 1000), 0))::int as "ageMs"
      from jobs full join holds using (tenant_id)`,
  )
}
