import type { JobName } from "#server/messages/jobs.ts"

/** Queues are named by the resource that they consume: a slow mail server does not hold up payments. */
export const queueNames = ["payments", "orders", "search", "outreach", "insights"] as const
export type QueueName = (typeof queueNames)[number]

/** A job's first word is its queue; a job of an unknown resource does not compile. */
export function queueOf(job: JobName): QueueName {
  return resources[job]
}

const resources: { readonly [N in JobName]: N extends `${infer Q extends QueueName}.${string}` ? Q : never } = {
  "payments.authorize": "payments",
  "payments.settle": "payments",
  "payments.cancel": "payments",
  "orders.confirm": "orders",
  "search.index-product": "search",
  "insights.record-purchase": "insights",
  "outreach.send-receipt": "outreach",
  "outreach.send-shipping-notice": "outreach",
}

/** Batches taken at once, per process; `atOncePerBatch` of each one's envelopes run side by side. */
export const concurrencyOf: { readonly [Q in QueueName]: number } = {
  payments: 2,
  orders: 2,
  search: 1,
  outreach: 1,
  insights: 1,
}
export const atOncePerBatch = 4
