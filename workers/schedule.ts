import type { PlatformContext } from "#server/context/platform-context.ts"
import { forgetOldSignals, openTenants } from "#server/domain/insights/index.ts"
import {
  balanceSale,
  dueRefunds,
  dueReleases,
  dueTransfers,
  reconcile,
  releaseSale,
  sendRefund,
  sendReversal,
  sendTransfer,
} from "#server/domain/payments/index.ts"
import { listStaff } from "#server/domain/identity/index.ts"
import { shopsToWarn, warnOfLowStock } from "#server/domain/outreach/index.ts"
import { dueTrainings, requestTraining } from "#server/domain/recommendations/index.ts"
import { hours, minutes, seconds } from "#server/kernel/clock.ts"
import type { Log } from "#server/kernel/log.ts"
import type { SystemContexts } from "./runtime/tenant-contexts.ts"
import { isGatewayUnavailable } from "#server/ports/payment-gateway.ts"
import { checkSearch, refreshSearch } from "./search-clock.ts"

export interface ScheduleParts {
  readonly platform: PlatformContext
  readonly contexts: SystemContexts
  readonly log: Log
}

/** What the clock asks for. Two processes that do the same at once change nothing twice. */
export const clockJobs: readonly {
  readonly name: string
  readonly everyMs: number
  run(parts: ScheduleParts): Promise<unknown>
}[] = [
  { name: "payments.send-refunds", everyMs: seconds(30), run: sendDueRefunds },
  { name: "payments.reconcile", everyMs: minutes(1), run: ({ platform }) => reconcile(platform) },
  { name: "payments.release-sales", everyMs: seconds(30), run: releaseDueSales },
  { name: "payments.send-transfers", everyMs: seconds(30), run: sendDueTransfers },
  { name: "recommendations.request-due", everyMs: minutes(2), run: requestDueTrainings },
  { name: "insights.forget", everyMs: hours(6), run: forgetOld },
  { name: "outreach.warn-of-low-stock", everyMs: seconds(10), run: warnOfLow },
  { name: "search.refresh", everyMs: 100, run: refreshSearch },
  { name: "search.check", everyMs: minutes(1), run: checkSearch },
]

/** Jobs give up after a quarter of an hour; a provider may be away for longer. The first that it does not answer ends the round. */
async function sendDueRefunds({ platform, contexts, log }: ScheduleParts): Promise<void> {
  for (const { tenantId, refundId } of await dueRefunds(platform)) {
    const ctx = await contexts(tenantId)
    if (!ctx) continue
    try {
      await sendRefund(ctx, refundId)
    } catch (err) {
      if (isGatewayUnavailable(err)) return
      log.warn({ err, tenantId, refundId }, "a refund could not be sent")
    }
  }
}

async function releaseDueSales({ platform, contexts }: ScheduleParts): Promise<void> {
  for (const { tenantId, paymentId } of await dueReleases(platform)) {
    const ctx = await contexts(tenantId)
    if (ctx) await releaseSale(ctx, paymentId)
  }
}

async function sendDueTransfers({ platform, contexts, log }: ScheduleParts): Promise<void> {
  for (const { tenantId, paymentIds, transferIds, reversalIds } of await dueTransfers(platform)) {
    const ctx = await contexts(tenantId)
    if (!ctx) continue
    try {
      for (const id of paymentIds) await balanceSale(ctx, id)
      for (const id of transferIds) await sendTransfer(ctx, id)
      for (const id of reversalIds) await sendReversal(ctx, id)
    } catch (err) {
      if (isGatewayUnavailable(err)) return
      log.warn({ err, tenantId }, "transfers could not be sent")
    }
  }
}

async function requestDueTrainings({ platform, contexts }: ScheduleParts): Promise<void> {
  for (const { tenantId, reason } of await dueTrainings(platform)) {
    const ctx = await contexts(tenantId)
    if (ctx) await requestTraining(ctx, reason)
  }
}

async function warnOfLow({ platform, contexts, log }: ScheduleParts): Promise<void> {
  for (const tenantId of await shopsToWarn(platform)) {
    const ctx = await contexts(tenantId)
    if (!ctx) continue
    try {
      await warnOfLowStock(ctx, await listStaff(platform, tenantId))
    } catch (err) {
      log.warn({ err, tenantId }, "a shop could not be told of its low stock")
    }
  }
}

async function forgetOld({ platform, contexts }: ScheduleParts): Promise<void> {
  for (const tenantId of await openTenants(platform)) {
    const ctx = await contexts(tenantId)
    if (ctx) await forgetOldSignals(ctx)
  }
}

/** A run that takes longer than its interval is not overtaken by the next. `close` waits for what runs. */
export function startSchedule(
  parts: ScheduleParts,
  more: readonly (typeof clockJobs)[number][] = [],
): { close(): Promise<void> } {
  const stops = [...clockJobs, ...more].map(({ name, everyMs, run }) => {
    let isStopping = false
    let running: Promise<unknown> = Promise.resolve()
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
