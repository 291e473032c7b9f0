import type { EventName, EventPayload, LoggedEvent } from "#server/messages/events.ts"
import type { HintMessage, LiveMessage } from "#server/messages/live.ts"
import { rooms } from "./rooms.ts"

/** One message and where it goes. */
export interface Delivery {
  readonly room: string
  readonly message: LiveMessage
}

type Audience<N extends EventName> = (event: EventPayload<N>, tenantId: string) => readonly Delivery[]

const nobody = (): readonly Delivery[] => []

const hint = (topic: HintMessage["topic"], id: string): HintMessage => ({ kind: "hint", topic, id })

/** Who is told of what. Shop and product rooms carry only what a stranger on the page may see. A new event without a decision does not compile. */
export const audience: { readonly [N in EventName]: Audience<N> } = {
  "tenant.opened": nobody,
  "tenant.changed": (_, tenantId) => [
    { room: rooms.shop(tenantId), message: hint("shop", tenantId) },
    { room: rooms.console(tenantId), message: hint("shop", tenantId) },
  ],
  "tenant.suspended": (_, tenantId) => [{ room: rooms.console(tenantId), message: hint("shop", tenantId) }],
  "tenant.reinstated": (_, tenantId) => [{ room: rooms.console(tenantId), message: hint("shop", tenantId) }],
  "product.changed": ({ productId, public: isPublic }, tenantId) => [
    { room: rooms.product(tenantId, productId), message: hint("catalog", productId) },
    // A stranger is not told the name of a draft: only that the catalogue may look different.
    { room: rooms.shop(tenantId), message: hint("catalog", isPublic ? productId : tenantId) },
    { room: rooms.console(tenantId), message: hint("catalog", productId) },
  ],
  "stock.moved": ({ variantId, productId, free, promisable, revision }, tenantId) => {
    const counts = { free: Math.max(0, free), promisable: promisable ?? Math.max(0, free) }
    const message = { kind: "state", topic: "stock", id: variantId, productId, revision, ...counts } as const
    return [
      { room: rooms.product(tenantId, productId), message },
      { room: rooms.shop(tenantId), message },
      { room: rooms.console(tenantId), message: hint("stock", variantId) },
    ]
  },
  // Whoever looks at the product has heard of the move itself.
  "stock.ran-low": ({ variantId }, tenantId) => [{ room: rooms.console(tenantId), message: hint("stock", variantId) }],
  "stock.returned": nobody,
  "order.placed": ({ orderId }, tenantId) => ofOrder(tenantId, orderId),
  "order.confirmed": ({ orderId }, tenantId) => ofOrder(tenantId, orderId),
  "order.cancelled": ({ orderId }, tenantId) => ofOrder(tenantId, orderId),
  "order.shipped": ({ orderId }, tenantId) => ofOrder(tenantId, orderId),
  "payment.reported": nobody,
  "payment.settled": ({ orderId }, tenantId) => ofOrder(tenantId, orderId),
  "payment.failed": ({ orderId }, tenantId) => ofOrder(tenantId, orderId),
  "refund.requested": ({ orderId }, tenantId) => ofOrder(tenantId, orderId),
  "refund.reported": nobody,
  "refund.settled": ({ orderId }, tenantId) => ofOrder(tenantId, orderId),
  "refund.failed": ({ orderId }, tenantId) => ofOrder(tenantId, orderId),
  "training.requested": nobody,
  "customer.signed-up": nobody,
}

function ofOrder(tenantId: string, orderId: string): readonly Delivery[] {
  return [
    { room: rooms.order(tenantId, orderId), message: hint("order", orderId) },
    { room: rooms.console(tenantId), message: hint("order", orderId) },
  ]
}

export function deliveriesOf<N extends EventName>(
  event: Pick<LoggedEvent<N>, "name" | "payload" | "tenantId">,
): readonly Delivery[] {
  return audience[event.name](event.payload, event.tenantId)
}
