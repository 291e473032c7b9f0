import { dueShops, refreshDue } from "#server/domain/search/index.ts"
import type { ScheduleParts } from "./schedule.ts"

/** One turn for each shop that has something due: a shop that changes all of its catalogue does not keep the others waiting. */
export async function refreshSearch({ platform, contexts, log }: ScheduleParts): Promise<void> {
  for (const tenantId of await dueShops(platform)) {
    const ctx = await contexts(tenantId)
    await (ctx && refreshDue(ctx))?.catch((error: unknown) => log.warn({ err: error, tenantId }, "a shop could not be indexed"))
  }
}
