import { unreachable } from "#server/kernel/assert.ts"
import type { EventName } from "#server/messages/events.ts"
import type { Subscription } from "#server/messages/live.ts"
import type { Guest } from "./guest.ts"
import type { Subject } from "./log-reader.ts"

const ofOrders = [
  "order.placed",
  "order.confirmed",
  "order.cancelled",
  "order.shipped",
  "payment.settled",
  "payment.failed",
  "refund.requested",
  "refund.settled",
  "refund.failed",
] as const

/** The kinds of events that can have something for a room: what a replay has to read. Must cover the audience table. */
export function namesFor(topic: Subscription["topic"]): readonly EventName[] {
  switch (topic) {
    case "shop":
      return ["tenant.changed", "product.changed", "stock.moved"]
    case "product":
      return ["product.changed", "stock.moved"]
    case "order":
      return ofOrders
    case "cart":
      return ["cart.changed"]
    case "console":
      return [
        "tenant.changed",
        "tenant.suspended",
        "tenant.reinstated",
        "product.changed",
        "stock.moved",
        "stock.ran-low",
        "search.reindex-requested",
        "search.reindex-moved",
        ...ofOrders,
      ]
    case "platform":
    case "watch":
      return []
    default:
      return unreachable(topic)
  }
}

/** What all events of a room carry in common, where there is such a thing: a replay reads only these. */
export function subjectOf(subscription: Subscription, guest: Guest): Subject | undefined {
  if (subscription.topic === "product") return { key: "productId", id: subscription.id }
  if (subscription.topic === "order") return { key: "orderId", id: subscription.id }
  if (subscription.topic === "cart") return { key: "visitorId", id: guest.visitorId }
  return undefined
}
