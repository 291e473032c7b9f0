import { z } from "zod"

const id = z.string().min(1).max(64)
const count = z.number().int()

const ofPayment = z.object({ paymentId: id })

/** Everything that can have happened, in the past tense, with what a listener needs to act. Written with the change itself. */
export const eventSchemas = {
  "tenant.opened": z.object({ tenantId: id }),
  "tenant.changed": z.object({ tenantId: id }),
  "tenant.suspended": z.object({ tenantId: id }),
  "tenant.reinstated": z.object({ tenantId: id }),
  "product.changed": z.object({ productId: id, slug: z.string(), public: z.boolean() }),
  /** `promisable` is missing in what was written before there were back-orders: it was `free` then. */
  "stock.moved": z.object({
    ...{ variantId: id, productId: id, free: count, onHand: count, revision: count },
    promisable: count.optional(),
  }),
  "stock.ran-low": z.object({ variantId: id, productId: id, free: count }),
  "stock.returned": z.object({ variantId: id, productId: id, free: count }),
  /** Some of those who wait for a variant were told that it is back; there were more of them than pieces. */
  "stock.still-watched": z.object({ variantId: id, productId: id }),
  /** A visitor's cart is another one: for the visitor's own windows. */
  "cart.changed": z.object({ visitorId: id, count, revision: count }),
  "order.placed": z.object({ orderId: id, paymentId: id, totalMinor: z.string(), currency: z.string() }),
  "order.confirmed": z.object({ orderId: id, totalMinor: z.string(), currency: z.string() }),
  "order.cancelled": z.object({ orderId: id, reason: z.string() }),
  "order.shipped": z.object({ orderId: id, shipmentId: id }),
  "payment.reported": z.object({ providerEventId: z.string(), paymentId: id }),
  "payment.settled": z.object({ paymentId: id, orderId: id }),
  "payment.failed": z.object({ paymentId: id, orderId: id, failureCode: z.string() }),
  "refund.requested": z.object({ refundId: id, paymentId: id, orderId: id }),
  "refund.reported": z.object({ providerEventId: z.string(), paymentId: id }),
  "refund.settled": z.object({ refundId: id, paymentId: id, orderId: id, amountMinor: z.string(), currency: z.string() }),
  "refund.failed": z.object({ refundId: id, paymentId: id, orderId: id, failureCode: z.string() }),
  /** `subjectRef`: the provider's name of what changed. */
  "account.reported": z.object({ providerEventId: z.string(), subjectRef: z.string() }),
  "transfer.requested": z.object({ transferId: id, paymentId: id }),
  "reversal.requested": z.object({ reversalId: id, paymentId: id }),
  /** Sent or taken back. */
  "transfer.settled": ofPayment,
  "sale.released": z.object({ paymentId: id, orderId: id }),
  "training.requested": z.object({ trainingId: id }),
  "search.reindex-requested": z.object({}),
  /** A full reindex has got further, or has ended. */
  "search.reindex-moved": z.object({}),
  "customer.signed-up": z.object({ customerId: id }),
} as const

export type EventName = keyof typeof eventSchemas
export type EventPayload<N extends EventName> = z.infer<(typeof eventSchemas)[N]>

/** An event as the log holds it. `seq` rises by one per tenant, in the order of publication. */
export interface LoggedEvent<N extends EventName = EventName> {
  readonly tenantId: string
  readonly eventId: string
  readonly seq: number
  readonly name: N
  readonly payload: EventPayload<N>
  readonly at: Date
}

export function isEventName(text: string): text is EventName {
  return Object.hasOwn(eventSchemas, text)
}

/** Narrows a logged event to one kind. */
export function isEvent<N extends EventName>(event: LoggedEvent, name: N): event is LoggedEvent<N> {
  return event.name === name
}
