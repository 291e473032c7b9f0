import type { TenantContext } from "#server/context/tenant-context.ts"
import { newId } from "#server/kernel/ids.ts"
import { lockName } from "#server/kernel/tenant-keys.ts"
import type { TrainingReason } from "./training.ts"

/** Asks for a training, unless one waits or runs already: then that one is answered. */
export function requestTraining(ctx: TenantContext, reason: TrainingReason): Promise<string> {
  return ctx.transact(async (work) => {
    const { sql, tenantId, now } = work
    await sql`select pg_advisory_xact_lock(hashtext(${lockName(tenantId, "training")}))`
    const [open] = await sql<{ id: string }>`
      select id from training where tenant_id = ${tenantId} and state in ('waiting', 'running') order by requested_at desc limit 1`
    if (open) return open.id
    const trainingId = newId("training", now.getTime())
    await sql`
      insert into training (tenant_id, id, reason, requested_at) values (${tenantId}, ${trainingId}, ${reason}, ${now}::timestamptz)`
    await work.emit("training.requested", { trainingId })
    return trainingId
  })
}
