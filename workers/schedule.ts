import type { PlatformContext } from "#server/context/platform-context.ts"
import { dueTenants, expireOrders } from "#server/domain/orders/index.ts"
import { seconds } from "#server/kernel/clock.ts"
import type { Log } from "#server/kernel/log.ts"
import type { SystemContexts } from "./runtime/tenant-contexts.ts"

export interface ScheduleParts {
  readonly platform: PlatformContext
  readonly contexts: SystemContexts
  readonly log: Log
}

/** What the clock asks for. Two processes that do the same at once change nothing twice. */
export const clockJobs: readonly { readonly name: string; readonly everyMs: number; run(parts: ScheduleParts): Promise<void> }[] =
  [{ name: "orders.expire", everyMs: seconds(1), run: expireDueOrders }]

async function expireDueOrders({ platform, contexts }: ScheduleParts): Promise<void> {
  for (const tenantId of await dueTenants(platform)) {
    const ctx = await contexts(tenantId)
    if (ctx) await expireOrders(ctx)
  }
}

/** A run that takes longer than its interval is not overtaken by the next. `close` waits for what runs. */
export function startSchedule(parts: ScheduleParts): { close(): Promise<void> } {
  const stops = clockJobs.map(({ name, everyMs, run }) => {
    let isStopping = false
    let running = Promise.resolve()
    const tick = () => {
      running = run(parts)
        .catch((error: unknown) => parts.log.warn({ err: error, job: name }, "a clock job failed"))
        .finally(() => {
          if (!isStopping) timer = setTimeout(tick, everyMs)
        })
    }
    let timer = setTimeout(tick, everyMs)
    return async () => {
      isStopping = true
      clearTimeout(timer)
      await running
    }
  })
  return { close: async () => void (await Promise.all(stops.map((stop) => stop()))) }
}
