import type { EventName, EventPayload, LoggedEvent } from "#server/messages/events.ts"
import type { HintMessage, LiveMessage } from "#server/messages/live.ts"
import { type Desk, rolesAt } from "./desks.ts"
import { rooms } from "./rooms.ts"

/** One message and where it goes. */
export interface Delivery {
  readonly room: string
  readonly message: LiveMessage
}

type Audience<N extends EventName> = (event: EventPayload<N>, tenantId: string) => readonly Delivery[]

const nobody = (): readonly Delivery[] => []

const hint = (topic: HintMessage["topic"], id: string): HintMessage => ({ kind: "hint", topic, id })

const toConsole = (tenantId: string, desk: Desk, message: LiveMessage): readonly Delivery[] =>
  rolesAt[desk].map((role) => ({ room: rooms.console(tenantId, role), message }))

/** Who is told of what. Shop and product rooms carry only what a stranger on the page may see. A new event without a decision does not compile. */
export const audience: { readonly [N in EventName]: Audience<N> } = {
  "tenant.opened": nobody,
  "tenant.changed": (_, tenantId) => [
    { room: rooms.shop(tenantId), message: hint("shop", tenantId) },
    ...toConsole(tenantId, "shop", hint("shop", tenantId)),
  ],
  "tenant.suspended": (_, tenantId) => toConsole(tenantId, "shop", hint("shop", tenantId)),
  "tenant.reinstated": (_, tenantId) => toConsole(tenantId, "shop", hint("shop", tenantId)),
  "product.changed": ({ productId, public: isPublic }, tenantId) => [
    { room: rooms.product(tenantId, productId), message: hint("catalog", productId) },
    // A stranger is not told the name of a draft: only that the catalogue may look different.
    { room: rooms.shop(tenantId), message: hint("catalog", isPublic ? productId : tenantId) },
    ...toConsole(tenantId, "goods", hint("catalog", productId)),
  ],
  "stock.moved": ({ variantId, productId, free, promisable, revision }, tenantId) => {
    const counts = { free: Math.max(0, free), promisable: promisable ?? Math.max(0, free) }
    const message = { kind: "state", topic: "stock", id: variantId, productId, revision, ...counts } as const
    return [
      { room: rooms.product(tenantId, productId), message },
      { room: rooms.shop(tenantId), message },
      ...toConsole(tenantId, "goods", hint("stock", variantId)),
    ]
  },
  // Whoever looks at the product has heard of the move itself.
  "stock.ran-low": ({ variantId }, tenantId) => toConsole(tenantId, "goods", hint("stock", variantId)),
  "stock.returned": nobody,
  "stock.still-watched": nobody,
  "cart.changed": ({ visitorId }, tenantId) => [{ room: rooms.cart(tenantId, visitorId), message: hint("cart", "mine") }],
  "order.placed": ({ orderId }, tenantId) => ofOrder(tenantId, orderId, "orders"),
  "order.confirmed": ({ orderId }, tenantId) => ofOrder(tenantId, orderId, "orders"),
  "order.cancelled": ({ orderId }, tenantId) => ofOrder(tenantId, orderId, "orders"),
  "order.shipped": ({ orderId }, tenantId) => ofOrder(tenantId, orderId, "orders"),
  "payment.reported": nobody,
  "payment.settled": ({ orderId }, tenantId) => ofOrder(tenantId, orderId, "money"),
  "payment.failed": ({ orderId }, tenantId) => ofOrder(tenantId, orderId, "money"),
  "refund.requested": ({ orderId }, tenantId) => ofOrder(tenantId, orderId, "money"),
  "refund.reported": nobody,
  "refund.settled": ({ orderId }, tenantId) => ofOrder(tenantId, orderId, "money"),
  "refund.failed": ({ orderId }, tenantId) => ofOrder(tenantId, orderId, "money"),
  "account.reported": nobody,
  "transfer.requested": nobody,
  "reversal.requested": nobody,
  "transfer.settled": nobody,
  "sale.released": nobody,
  "training.requested": nobody,
  "search.reindex-requested": (_, tenantId) => toConsole(tenantId, "shop", hint("catalog", tenantId)),
  "search.reindex-moved": (_, tenantId) => toConsole(tenantId, "shop", hint("catalog", tenantId)),
  "customer.signed-up": nobody,
}

function ofOrder(tenantId: string, orderId: string, desk: Desk): readonly Delivery[] {
  const message = hint("order", orderId)
  return [{ room: rooms.order(tenantId, orderId), message }, ...toConsole(tenantId, desk, message)]
}

export function deliveriesOf<N extends EventName>(
  event: Pick<LoggedEvent<N>, "name" | "payload" | "tenantId">,
): readonly Delivery[] {
  return audience[event.name](event.payload, event.tenantId)
}
