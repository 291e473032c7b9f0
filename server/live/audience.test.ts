import { describe, expect, it } from "vitest"
import type { EventName, EventPayload } from "#server/messages/events.ts"
import { isEventName } from "#server/messages/events.ts"
import { audience, deliveriesOf } from "./audience.ts"
import { rolesAt } from "./desks.ts"
import { namesFor } from "./replay.ts"
import { rooms } from "./rooms.ts"

const tenantId = "ten_a"
const money = { totalMinor: "1", currency: "EUR" }
const samples: { readonly [N in EventName]: EventPayload<N> } = {
  "tenant.opened": { tenantId },
  "tenant.changed": { tenantId },
  "tenant.suspended": { tenantId },
  "tenant.reinstated": { tenantId },
  "product.changed": { productId: "p", slug: "s", public: true },
  "stock.moved": { variantId: "v", productId: "p", free: -1, onHand: 7, revision: 3 },
  "stock.ran-low": { variantId: "v", productId: "p", free: 2 },
  "stock.returned": { variantId: "v", productId: "p", free: 2 },
  "stock.still-watched": { variantId: "v", productId: "p" },
  "cart.changed": { visitorId: "w", count: 2, revision: 5 },
  "order.placed": { orderId: "o", paymentId: "y", ...money },
  "order.confirmed": { orderId: "o", ...money },
  "order.cancelled": { orderId: "o", reason: "shopper" },
  "order.shipped": { orderId: "o", shipmentId: "h" },
  "payment.reported": { providerEventId: "e", paymentId: "y" },
  "payment.settled": { paymentId: "y", orderId: "o" },
  "payment.failed": { paymentId: "y", orderId: "o", failureCode: "c" },
  "refund.requested": { refundId: "rfd_1", paymentId: "pay_1", orderId: "o" },
  "refund.reported": { providerEventId: "evt_1", paymentId: "pay_1" },
  "refund.settled": { refundId: "rfd_1", paymentId: "pay_1", orderId: "o", amountMinor: "1", currency: "EUR" },
  "refund.failed": { refundId: "rfd_1", paymentId: "pay_1", orderId: "o", failureCode: "x" },
  "account.reported": { providerEventId: "evt_1", subjectRef: "acct_1" },
  "transfer.requested": { transferId: "t", paymentId: "y" },
  "reversal.requested": { reversalId: "r", paymentId: "y" },
  "transfer.settled": { paymentId: "y" },
  "sale.released": { paymentId: "y", orderId: "o" },
  "training.requested": { trainingId: "t" },
  "search.reindex-requested": {},
  "search.reindex-moved": {},
  "customer.signed-up": { customerId: "c" },
}
const names = Object.keys(audience).filter(isEventName)
const all = names.flatMap((name) =>
  deliveriesOf({ name, payload: samples[name], tenantId }).map((delivery) => ({ name, ...delivery })),
)

const topics = {
  shop: rooms.shop(tenantId),
  product: rooms.product(tenantId, "p"),
  order: rooms.order(tenantId, "o"),
  cart: rooms.cart(tenantId, "w"),
  console: rooms.console(tenantId, "owner"),
} as const

describe("the audience table", () => {
  it.each(["shop", "product", "order", "cart", "console"] as const)(
    "sends to the %s room only what a replay reads as well",
    (topic) => {
      const sent = new Set(all.filter(({ room }) => room === topics[topic]).map(({ name }) => name))
      expect([...sent].sort()).toEqual([...namesFor(topic)].sort())
    },
  )

  it("sends nowhere else, and only to rooms of the event's own shop", () => {
    const known: ReadonlySet<string> = new Set([
      ...Object.values(topics),
      rooms.console(tenantId, "manager"),
      rooms.console(tenantId, "clerk"),
    ])
    expect(all.filter(({ room }) => !known.has(room))).toEqual([])
  })

  it("tells strangers how many are free, never below nothing, and not what lies on the shelf", () => {
    const open = all.filter(({ room }) => room === topics.shop || room === topics.product)
    expect(JSON.stringify(open)).not.toContain("onHand")
    expect(open.flatMap(({ message }) => (message.topic === "stock" && message.kind === "state" ? [message.free] : []))).toEqual([
      0, 0,
    ])
    expect(new Set(open.map(({ name }) => name.split(".")[0]))).toEqual(new Set(["tenant", "product", "stock"]))
  })

  it("does not name a draft to the whole shop", () => {
    const told = deliveriesOf({ name: "product.changed", payload: { productId: "draft", slug: "s", public: false }, tenantId })
    expect(told.filter(({ room }) => room === topics.shop)).toEqual([
      { room: topics.shop, message: { kind: "hint", topic: "catalog", id: tenantId } },
    ])
  })

  it("names its subject in every event of a product's, an order's or a cart's room, so that a replay can look for it", () => {
    const subjects = { productId: topics.product, orderId: topics.order, visitorId: topics.cart }
    for (const [key, room] of Object.entries(subjects)) {
      const told = all.filter((delivery) => delivery.room === room)
      expect(told.length).toBeGreaterThan(0)
      for (const { name } of told) expect(Object.keys(samples[name])).toContain(key)
    }
  })

  it("tells each of the staff what is theirs to know: of money a clerk hears nothing", () => {
    const heardBy = (role: "owner" | "manager" | "clerk") =>
      new Set(all.filter(({ room }) => room === rooms.console(tenantId, role)).map(({ name }) => name))
    expect(heardBy("manager")).toEqual(heardBy("owner"))
    const kept = [...heardBy("owner")].filter((name) => !heardBy("clerk").has(name))
    expect(kept).toContain("payment.settled")
    expect(kept.filter((name) => !/^(payment|refund)\./.test(name))).toEqual([])
    expect(rolesAt.money).not.toContain("clerk")
  })
})
