import type { TenantContext } from "#server/context/tenant-context.ts"

/** Where a shop's index stands. */
export interface IndexState {
  readonly stage: "waiting" | "running" | "resting"
  readonly done: number
  readonly wanted: number
  readonly finishedAt: Date | null
  /** When index and catalogue were last compared, and how many documents that has repaired over time. */
  readonly checkedAt: Date | null
  readonly repaired: number
  /** Products whose change is not in the index yet. */
  readonly due: number
}

/** One statement. */
export async function readIndexState(ctx: TenantContext): Promise<IndexState> {
  const [row] = await ctx.read(
    ({ sql, tenantId }) => sql<IndexState>`
      select case when i.asked_at > coalesce(i.started_at, '-infinity') then 'waiting' when i.building is not null then 'running' else 'resting' end as stage,
        i.done, i.wanted, i.finished_at as "finishedAt", i.checked_at as "checkedAt", i.repaired,
        (select count(*)::int from search_due d where d.tenant_id = ${tenantId}) as due
      from search_index i where i.tenant_id = ${tenantId}`,
  )
  return row ?? { stage: "resting", done: 0, wanted: 0, finishedAt: null, checkedAt: null, repaired: 0, due: 0 }
}
