import { checkDrift, dueShops, mostPerTurn, refreshDue, shopsToCheck } from "#server/domain/search/index.ts"
import { after, hours } from "#server/kernel/clock.ts"
import type { ScheduleParts } from "./schedule.ts"

const mostRounds = 50

/**
 * One turn for each shop that has something due: a shop that changes all of its catalogue does not keep the others waiting. While a shop
 * has more, the next round follows at once; who is due by then has a turn in it.
 */
export async function refreshSearch({ platform, contexts, log }: ScheduleParts): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    let isMore = false
    for (const tenantId of await dueShops(platform)) {
      const ctx = await contexts(tenantId)
      const taken = ctx
        ? await refreshDue(ctx).catch((err: unknown) => void log.warn({ err, tenantId }, "a shop could not be indexed"))
        : 0
      if (taken === mostPerTurn) isMore = true
    }
    if (!isMore) return
  }
}

/** Every shop's index is compared with its catalogue four times a day, some shops at a time. What is found wrong is put right by itself. */
export async function checkSearch({ platform, contexts, log }: ScheduleParts): Promise<void> {
  for (const tenantId of await shopsToCheck(platform, after(platform.clock.now(), -hours(6)))) {
    const ctx = await contexts(tenantId)
    const differing = ctx ? await checkDrift(ctx) : 0
    if (differing > 0) log.warn({ tenantId, differing }, "a search index differed from its shop and is being repaired")
  }
}
