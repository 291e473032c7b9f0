import type { TenantContext } from "#server/context/tenant-context.ts"
import { newId } from "#server/kernel/ids.ts"
import { digestOf } from "./model-file.ts"
import type { TrainingDetail } from "./training.ts"

export interface Publication {
  readonly trainingId: string
  readonly bytes: Uint8Array
  readonly settings: unknown
  readonly detail: TrainingDetail & { readonly kind: "learned" | "content"; readonly backend: string }
}

/** So many are kept: the one that serves, and those to fall back on. */
const kept = 3

/** The model, its version and the training's end are one commit. A training that was called off meanwhile publishes nothing. */
export function publishModel(ctx: TenantContext, { trainingId, bytes, settings, detail }: Publication): Promise<boolean> {
  return ctx.transact(async ({ sql, tenantId, now }) => {
    const [running] = await sql`
      select 1 from training
      where tenant_id = ${tenantId} and id = ${trainingId} and state = 'running' and cancel_asked_at is null for update`
    if (!running) return false
    const [model] = await sql<{ version: number }>`
      insert into learned_model (tenant_id, id, training_id, version, kind, bytes, digest, backend, settings, figures, published_at)
      select ${tenantId}, ${newId("model", now.getTime())}, ${trainingId}, coalesce(max(version), 0) + 1, ${detail.kind}, ${bytes},
        ${digestOf(bytes)}, ${detail.backend}, ${JSON.stringify(settings)}::jsonb, ${JSON.stringify(detail.figures ?? {})}::jsonb,
        ${now}::timestamptz
      from learned_model where tenant_id = ${tenantId}
      returning version`
    const version = model?.version ?? 1
    await sql`delete from learned_model where tenant_id = ${tenantId} and version <= ${version - kept}`
    await sql`
      update training set state = 'published', step = '', percent = 100, finished_at = ${now}::timestamptz,
        detail = ${JSON.stringify({ ...detail, version })}::jsonb
      where tenant_id = ${tenantId} and id = ${trainingId}`
    return true
  })
}
