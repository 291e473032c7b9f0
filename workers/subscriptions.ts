import { hours, seconds } from "#server/kernel/clock.ts"
import type { EventName, EventPayload, LoggedEvent } from "#server/messages/events.ts"
import type { JobName, JobPayload } from "#server/messages/jobs.ts"

/** Something to do; at once, unless `afterMs` says otherwise. */
export type Job = { [N in JobName]: { readonly name: N; readonly payload: JobPayload<N>; readonly afterMs?: number } }[JobName]

const none = (): readonly Job[] => []

/** The asynchronous life of the product: what each event sets in motion. A new event without a decision does not compile. */
export const subscriptions: { readonly [N in EventName]: (event: EventPayload<N>) => readonly Job[] } = {
  "tenant.opened": none,
  "tenant.changed": none,
  "tenant.suspended": none,
  "tenant.reinstated": none,
  "product.changed": ({ productId }) => [{ name: "search.index-product", payload: { productId } }],
  "stock.moved": ({ productId }) => [{ name: "search.index-product", payload: { productId } }],
  "stock.ran-low": ({ variantId }) => [{ name: "outreach.note-low-stock", payload: { variantId } }],
  "stock.returned": ({ variantId }) => [{ name: "outreach.tell-watchers", payload: { variantId } }],
  // Those who were told have an hour to come; then it is the next ones' turn.
  "stock.still-watched": ({ variantId }) => [{ name: "outreach.tell-next-watchers", payload: { variantId }, afterMs: hours(1) }],
  "cart.changed": none,
  // Placing an order opens its payment by itself: this is for when the provider was away, and must not race with it.
  "order.placed": ({ paymentId }) => [{ name: "payments.authorize", payload: { paymentId }, afterMs: seconds(5) }],
  "order.confirmed": ({ orderId }) => [
    { name: "outreach.send-receipt", payload: { orderId } },
    { name: "insights.record-purchase", payload: { orderId } },
  ],
  "order.cancelled": ({ orderId }) => [{ name: "payments.cancel", payload: { orderId } }],
  "order.shipped": ({ orderId }) => [{ name: "outreach.send-shipping-notice", payload: { orderId } }],
  "payment.reported": ({ providerEventId }) => [{ name: "payments.settle", payload: { providerEventId } }],
  "payment.settled": ({ orderId, paymentId }) => [{ name: "orders.confirm", payload: { orderId, paymentId } }],
  "payment.failed": none,
  "refund.requested": ({ refundId }) => [{ name: "payments.send-refund", payload: { refundId } }],
  "refund.reported": ({ paymentId }) => [{ name: "payments.check-refunds", payload: { paymentId } }],
  "refund.settled": ({ refundId, orderId, paymentId }) => [
    { name: "payments.balance-sale", payload: { paymentId } },
    { name: "orders.close-refunded", payload: { refundId, orderId } },
    { name: "outreach.send-refund-notice", payload: { refundId, orderId } },
  ],
  "refund.failed": ({ paymentId }) => [{ name: "payments.balance-sale", payload: { paymentId } }],
  "account.reported": ({ subjectRef }) => [{ name: "payments.check-account", payload: { subjectRef } }],
  "transfer.requested": ({ transferId }) => [{ name: "payments.send-transfer", payload: { transferId } }],
  "reversal.requested": ({ reversalId }) => [{ name: "payments.send-reversal", payload: { reversalId } }],
  // What was refunded while it was on its way is seen to now.
  "transfer.settled": ({ paymentId }) => [{ name: "payments.balance-sale", payload: { paymentId } }],
  "sale.released": ({ paymentId }) => [{ name: "payments.balance-sale", payload: { paymentId } }],
  "training.requested": ({ trainingId }) => [{ name: "recommendations.train", payload: { trainingId } }],
  "search.reindex-requested": () => [{ name: "search.reindex", payload: {} }],
  "search.reindex-moved": none,
  "customer.signed-up": none,
}

export function jobsOf<N extends EventName>(event: Pick<LoggedEvent<N>, "name" | "payload">): readonly Job[] {
  return subscriptions[event.name](event.payload)
}
