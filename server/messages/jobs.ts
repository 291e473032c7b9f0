import { z } from "zod"

const id = z.string().min(1).max(64)
const ofOrder = z.object({ orderId: id })
const ofPayment = z.object({ paymentId: id })
const ofRefund = z.object({ refundId: id })
const ofRefundedOrder = z.object({ refundId: id, orderId: id })
const ofProduct = z.object({ productId: id })
const ofVariant = z.object({ variantId: id })

/** Everything that can be asked of a worker, in the imperative. At least once: the handler makes a repeat change nothing. */
export const jobSchemas = {
  "payments.authorize": ofPayment,
  "payments.settle": z.object({ providerEventId: z.string() }),
  "payments.cancel": ofOrder,
  "payments.send-refund": ofRefund,
  "payments.check-refunds": ofPayment,
  "payments.check-account": z.object({ subjectRef: z.string() }),
  "payments.balance-sale": ofPayment,
  "payments.send-transfer": z.object({ transferId: id }),
  "payments.send-reversal": z.object({ reversalId: id }),
  "orders.close-refunded": ofRefundedOrder,
  "orders.confirm": z.object({ orderId: id, paymentId: id }),
  "search.index-product": ofProduct,
  "search.reindex": z.object({}),
  "insights.record-purchase": ofOrder,
  "recommendations.train": z.object({ trainingId: id }),
  "outreach.send-receipt": ofOrder,
  "outreach.send-shipping-notice": ofOrder,
  "outreach.send-refund-notice": ofRefundedOrder,
  "outreach.tell-watchers": ofVariant,
  "outreach.tell-next-watchers": ofVariant,
  "outreach.note-low-stock": ofVariant,
} as const

export type JobName = keyof typeof jobSchemas

/** How long a job may be asked for before it counts as waiting: those that are put off on purpose, and those that take their time. */
export const jobGraceMs: { readonly [N in JobName]?: number } = {
  "payments.authorize": 5_000,
  "recommendations.train": 30 * 60_000,
  "search.reindex": 30 * 60_000,
  "outreach.tell-next-watchers": 60 * 60_000,
}
export type JobPayload<N extends JobName> = z.infer<(typeof jobSchemas)[N]>

/** What the queues carry: the tenant and the event that asked for it are part of every job. */
export const jobEnvelope = z.object({
  job: z.string(),
  tenantId: id,
  eventId: id,
  payload: z.unknown(),
})
export type JobEnvelope = z.infer<typeof jobEnvelope>

export function isJobName(text: string): text is JobName {
  return Object.hasOwn(jobSchemas, text)
}
