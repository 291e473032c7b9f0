import type { TenantContext } from "#server/context/tenant-context.ts"
import { closeRefunded, confirmOrder } from "#server/domain/orders/index.ts"
import {
  authorizePayment,
  balanceSale,
  cancelPayment,
  checkRefunds,
  sendRefund,
  sendReversal,
  sendTransfer,
  settlePayment,
} from "#server/domain/payments/index.ts"
import { branded } from "#server/kernel/brand.ts"
import { type EventName, type EventPayload, eventSchemas, isEventName } from "#server/messages/events.ts"

type Handlers = { readonly [N in EventName]?: (ctx: TenantContext, payload: EventPayload<N>, eventId: string) => Promise<void> }

/** What the workers would do for an order, in this process. */
const handlers: Handlers = {
  "order.placed": (ctx, { paymentId }) => authorizePayment(ctx, paymentId),
  "order.cancelled": (ctx, { orderId }) => cancelPayment(ctx, orderId),
  "payment.reported": (ctx, { providerEventId }, eventId) => settlePayment(ctx, providerEventId, eventId),
  "payment.settled": (ctx, { orderId, paymentId }, eventId) => confirmOrder(ctx, { orderId, paymentId }, eventId),
  "refund.requested": (ctx, { refundId }) => sendRefund(ctx, refundId),
  "refund.reported": (ctx, { paymentId }) => checkRefunds(ctx, paymentId),
  "refund.settled": async (ctx, { orderId, paymentId }) => {
    await closeRefunded(ctx, orderId)
    await balanceSale(ctx, paymentId)
  },
  "refund.failed": (ctx, { paymentId }) => balanceSale(ctx, paymentId),
  "sale.released": (ctx, { paymentId }) => balanceSale(ctx, paymentId),
  "transfer.settled": (ctx, { paymentId }) => balanceSale(ctx, paymentId),
  "transfer.requested": (ctx, { transferId }) => sendTransfer(ctx, transferId),
  "reversal.requested": (ctx, { reversalId }) => sendReversal(ctx, reversalId),
}

export interface PendingJob {
  readonly eventId: string
  readonly name: EventName
  run(): Promise<void>
}

/** Jobs of events that happened since then and were not handled before. */
export async function pendingJobs(ctx: TenantContext, handled: ReadonlySet<string>, since = new Date(0)): Promise<PendingJob[]> {
  const where = { name: { in: Object.keys(handlers) }, at: { gte: since } }
  const events = await ctx.read(({ rows }) => rows.outboxEvent.findMany({ where, orderBy: { id: "asc" } }))
  return events.flatMap(({ id, name, payload }) => {
    if (handled.has(id) || !isEventName(name)) return []
    const run = jobFor(ctx, name, payload, id)
    return run ? [{ eventId: id, name, run }] : []
  })
}

function jobFor<N extends EventName>(
  ctx: TenantContext,
  name: N,
  payload: unknown,
  eventId: string,
): (() => Promise<void>) | undefined {
  const handle = handlers[name]
  if (!handle) return undefined
  const parsed = branded<EventPayload<N>>(eventSchemas[name].parse(payload))
  return () => handle(ctx, parsed, eventId)
}

const handledBy = new WeakMap<TenantContext, Set<string>>()

/** Everything twice, until nothing new happens. */
export async function runJobs(ctx: TenantContext): Promise<void> {
  const handled = handledBy.get(ctx) ?? new Set()
  handledBy.set(ctx, handled)
  for (;;) {
    const jobs = await pendingJobs(ctx, handled)
    if (jobs.length === 0) return
    for (const job of jobs) {
      await job.run()
      await job.run()
      handled.add(job.eventId)
    }
  }
}
