import type { TenantContext } from "#server/context/tenant-context.ts"
import { mostAttempts, type TrainingDetail, type TrainingState } from "./training.ts"

/** Takes a training up, also one that another trainer left in the middle. False: there is nothing (more) to do. */
export function beginTraining(ctx: TenantContext, trainingId: string): Promise<boolean> {
  return ctx.transact(async ({ sql, tenantId, now }) => {
    const [row] = await sql<{ state: TrainingState }>`
      update training set attempts = attempts + 1, started_at = ${now}::timestamptz, step = 'reading', percent = 0,
        state = case when cancel_asked_at is not null then 'cancelled' when attempts >= ${mostAttempts} then 'failed' else 'running' end,
        finished_at = case when cancel_asked_at is not null or attempts >= ${mostAttempts} then ${now}::timestamptz end,
        detail = case when attempts >= ${mostAttempts} then '{"cause": "crashed"}'::jsonb else detail end
      where tenant_id = ${tenantId} and id = ${trainingId} and state in ('waiting', 'running')
      returning state`
    return row?.state === "running"
  })
}

/** Says how far it is. True: go on; false: it was called off. */
export function reportTraining(ctx: TenantContext, trainingId: string, step: string, share: number): Promise<boolean> {
  return ctx.transact(async ({ sql, tenantId }) => {
    const [row] = await sql<{ goesOn: boolean }>`
      update training set step = ${step}, percent = ${Math.round(share * 100)}
      where tenant_id = ${tenantId} and id = ${trainingId} and state = 'running'
      returning cancel_asked_at is null as "goesOn"`
    return row?.goesOn ?? false
  })
}

export async function endTraining(
  ctx: TenantContext,
  trainingId: string,
  state: "rejected" | "failed" | "cancelled",
  detail: TrainingDetail,
): Promise<void> {
  await ctx.transact(
    ({ sql, tenantId, now }) => sql`
      update training set state = ${state}, finished_at = ${now}::timestamptz, detail = ${JSON.stringify(detail)}::jsonb
      where tenant_id = ${tenantId} and id = ${trainingId} and state in ('waiting', 'running')`,
  )
}
