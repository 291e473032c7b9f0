import type { TenantContext } from "#server/context/tenant-context.ts"

/** Calls off what waits at once, and what runs at its next step. Of a training that has ended nothing changes. */
export async function cancelTraining(ctx: TenantContext, trainingId: string): Promise<void> {
  await ctx.transact(
    ({ sql, tenantId, now }) => sql`
      update training set cancel_asked_at = ${now}::timestamptz,
        state = case when state = 'waiting' then 'cancelled' else state end,
        finished_at = case when state = 'waiting' then ${now}::timestamptz else finished_at end
      where tenant_id = ${tenantId} and id = ${trainingId} and state in ('waiting', 'running')`,
  )
}
