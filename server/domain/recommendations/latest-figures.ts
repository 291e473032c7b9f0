import type { TenantContext } from "#server/context/tenant-context.ts"
import type { TrainingFigures } from "./training.ts"

/** What the model that serves was worth when it was published; undefined: there is none that learned from events. */
export async function latestFigures(ctx: TenantContext): Promise<TrainingFigures | undefined> {
  const [row] = await ctx.read(
    ({ sql, tenantId }) => sql<{ figures: TrainingFigures }>`
      select figures from learned_model where tenant_id = ${tenantId} and kind = 'learned' order by version desc limit 1`,
  )
  return row?.figures
}
