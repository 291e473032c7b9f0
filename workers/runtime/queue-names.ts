import type { JobName } from "#server/messages/jobs.ts"

/**
 * Queues are named by what they consume, so that a slow mail server does not hold up payments: `records` are our own rows, `upkeep` takes
 * minutes and holds up nobody.
 */
export const queueNames = ["payments", "records", "search", "outreach", "training", "upkeep"] as const
export type QueueName = (typeof queueNames)[number]

export const queueOf: { readonly [N in JobName]: QueueName } = {
  "payments.authorize": "payments",
  "payments.settle": "payments",
  "payments.cancel": "payments",
  "payments.send-refund": "payments",
  "payments.check-refunds": "payments",
  "payments.check-account": "payments",
  "payments.balance-sale": "payments",
  "payments.send-transfer": "payments",
  "payments.send-reversal": "payments",
  "orders.close-refunded": "records",
  "orders.confirm": "records",
  "insights.record-purchase": "records",
  "search.index-product": "search",
  "search.reindex": "upkeep",
  "recommendations.train": "training",
  "outreach.send-receipt": "outreach",
  "outreach.send-shipping-notice": "outreach",
  "outreach.send-refund-notice": "outreach",
  "outreach.tell-watchers": "outreach",
  "outreach.tell-next-watchers": "outreach",
  "outreach.note-low-stock": "records",
}

/** Batches taken at once, per process; `atOncePerBatch` of each one's envelopes run side by side. */
export const concurrencyOf: { readonly [Q in QueueName]: number } = {
  payments: 3,
  records: 3,
  search: 1,
  outreach: 2,
  training: 1,
  upkeep: 1,
}
export const atOncePerBatch = 4
