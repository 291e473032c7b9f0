import type { PlatformContext } from "#server/context/platform-context.ts"
import { after, hours } from "#server/kernel/clock.ts"
import type { TrainingReason } from "./training.ts"

export interface DueTraining {
  readonly tenantId: string
  readonly reason: Exclude<TrainingReason, "demand">
}

/** New signals since the last training that make the next one worth while at any hour, and at night. */
const many = 2_000
const some = 1

/**
 * Open shops whose last training is a day old and that have heard anything since, or an hour old and that have heard much; and shops
 * without any training. A shop in which one waits or runs is not due. One statement; counting stops at `many`.
 */
export function dueTrainings(platform: PlatformContext): Promise<DueTraining[]> {
  const now = platform.clock.now()
  return platform.read(
    "recommendations.due-trainings",
    ({ sql }) => sql<DueTraining>`
      select t.id as "tenantId", case when heard.count >= ${many} then 'events' else 'nightly' end as reason
      from tenant t
      left join lateral (
        select r.requested_at, r.state from training r where r.tenant_id = t.id order by r.requested_at desc limit 1
      ) last on true
      cross join lateral (
        select count(*)::int as count from (
          select 1 from signal s where s.tenant_id = t.id and s.at > coalesce(last.requested_at, '-infinity') limit ${many}
        ) found
      ) heard
      where t.status = 'active' and coalesce(last.state, '') not in ('waiting', 'running')
        and exists (select from product p where p.tenant_id = t.id and p.status = 'published')
        and (last.requested_at is null
          or (heard.count >= ${many} and last.requested_at < ${after(now, -hours(1))}::timestamptz)
          or (heard.count >= ${some} and last.requested_at < ${after(now, -hours(24))}::timestamptz))
      order by last.requested_at nulls first limit 20`,
  )
}
