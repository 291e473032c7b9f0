import type { PlatformContext } from "#server/context/platform-context.ts"
import { releaseLapsed } from "#server/domain/inventory/index.ts"
import { dueStock, expireOrders } from "#server/domain/orders/index.ts"
import { seconds } from "#server/kernel/clock.ts"
import type { Log } from "#server/kernel/log.ts"
import type { SystemContexts } from "./runtime/tenant-contexts.ts"

export interface StockClockParts {
  readonly platform: PlatformContext
  readonly contexts: SystemContexts
  readonly log: Log
}

/** Nothing that expires sooner can be written in between: the shortest hold is much longer. */
const longestSleepMs = seconds(1)
/** What was due may be still, for a payment that is about to be confirmed. */
const shortestSleepMs = 100
const tenantsAtOnce = 4

/** Gives back goods whose time is up. Answers in how many milliseconds somebody's will be next. */
export async function giveBackDue({ platform, contexts, log }: StockClockParts): Promise<number> {
  const { tenantIds, nextAt } = await dueStock(platform)
  const waiting = [...tenantIds]
  const hand = async () => {
    for (let tenantId = waiting.shift(); tenantId !== undefined; tenantId = waiting.shift()) {
      try {
        const ctx = await contexts(tenantId)
        if (ctx) await Promise.all([expireOrders(ctx), releaseLapsed(ctx)])
      } catch (err) {
        // One shop's trouble is not the others'.
        log.warn({ err, tenantId }, "goods whose time is up could not be given back")
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(tenantsAtOnce, waiting.length) }, hand))
  const untilNext = nextAt ? nextAt.getTime() - platform.clock.now().getTime() : longestSleepMs
  return Math.min(longestSleepMs, Math.max(shortestSleepMs, untilNext))
}

/** Wakes when the next hold or order runs out. Two processes that do the same at once change nothing twice. */
export function startStockClock(parts: StockClockParts): { close(): Promise<void> } {
  let isStopping = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const tick = () => {
    running = giveBackDue(parts)
      .catch((err: unknown) => {
        parts.log.warn({ err }, "the stock's clock stumbled")
        return longestSleepMs
      })
      .then((sleepMs) => {
        if (!isStopping) timer = setTimeout(tick, sleepMs)
      })
  }
  tick()
  return {
    async close() {
      isStopping = true
      clearTimeout(timer)
      await running
      clearTimeout(timer)
    },
  }
}
