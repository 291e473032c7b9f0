import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { addToCart, viewCart } from "#server/domain/carts/index.ts"
import { findOrder, placeOrder } from "#server/domain/orders/index.ts"
import { present } from "#server/kernel/assert.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const orders = () => stall.ctx.read(({ rows }) => rows.order.count())

describe("placing an order", () => {
  it("holds the goods, opens the payment and empties the cart", async () => {
    const variantId = await stall.sell({ onHand: 5, priceMinor: 1_999n })
    const request = await stall.fillCart([{ variantId, quantity: 2 }])
    const placed = await placeOrder(stall.ctx, request)
    const order = await findOrder(stall.ctx, placed.orderId, { token: placed.accessToken })

    expect(order).toMatchObject({ number: placed.number, status: "placed", email: request.email, revision: 1 })
    expect(order.lines).toMatchObject([{ variantId, quantity: 2, unit: { minor: 1_999n }, total: { minor: 3_998n } }])
    expect(order.total.minor).toBe(order.subtotal.minor + order.shipping.minor + order.tax.amount.minor)
    expect(order.payment).toMatchObject({ status: "pending", amount: order.total })
    expect(order.payment?.clientSecret).toBeTruthy()
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 5, reserved: 2, free: 3, revision: 2 })
    expect((await viewCart(stall.ctx, request.cartId)).count).toBe(0)
  })

  it("numbers orders without a gap, refused ones included", async () => {
    const variantId = await stall.sell({ onHand: 3 })
    const first = await stall.buy([{ variantId, quantity: 2 }])
    await expect(stall.buy([{ variantId, quantity: 2 }])).rejects.toMatchObject({
      code: "inventory.sold-out",
      details: { free: 1, wanted: 2 },
    })
    const second = await stall.buy([{ variantId, quantity: 1 }])
    expect(second.number).toBe(first.number + 1)
  })

  it("makes one order of many clicks, also when they took the last piece", async () => {
    const variantId = await stall.sell({ onHand: 2 })
    const request = await stall.fillCart([{ variantId, quantity: 2 }])
    const before = await orders()
    const clicks = await Promise.all(Array.from({ length: 6 }, () => placeOrder(stall.ctx, request)))
    const late = await placeOrder(stall.ctx, request)
    expect(new Set([...clicks, late].map(({ orderId }) => orderId)).size).toBe(1)
    expect(await orders()).toBe(before + 1)
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 2, reserved: 2 })
    expect([...stall.ports.payments.intents.values()].filter(({ paymentId }) => paymentId === late.paymentId)).toHaveLength(1)
  })

  it("takes a cart that was filled again for a new order", async () => {
    const variantId = await stall.sell()
    const request = await stall.fillCart([{ variantId, quantity: 1 }])
    const first = await placeOrder(stall.ctx, request)
    await addToCart(stall.ctx, request.cartId, { variantId, quantity: 3 })
    const second = await placeOrder(stall.ctx, request)
    expect(second.orderId).not.toBe(first.orderId)
  })

  it("refuses an empty cart, goods that are gone and a method that does not serve the country, and writes nothing", async () => {
    const variantId = await stall.sell()
    const before = await orders()
    const empty = await stall.fillCart([])
    await expect(placeOrder(stall.ctx, empty)).rejects.toMatchObject({ code: "carts.empty" })

    const gone = await stall.fillCart([{ variantId, quantity: 1 }])
    await stall.ctx.transact(async ({ rows }) => {
      const variant = present(await rows.variant.findFirst({ where: { id: variantId } }), "variant")
      await rows.product.updateMany({ where: { id: variant.productId }, data: { status: "draft" } })
    })
    await expect(placeOrder(stall.ctx, gone)).rejects.toMatchObject({ code: "carts.unknown-variant" })

    const other = await stall.sell()
    const nowhere = await stall.fillCart([{ variantId: other, quantity: 1 }], { shippingMethodId: "shm_none" })
    await expect(placeOrder(stall.ctx, nowhere)).rejects.toMatchObject({ code: "pricing.no-shipping" })
    expect(await orders()).toBe(before)
    expect((await stall.stock(other)).reserved).toBe(0)
  })

  it("stands when the provider is away", async () => {
    const variantId = await stall.sell()
    stall.ports.payments.unreachable = true
    const placed = await stall.buy([{ variantId, quantity: 1 }]).finally(() => {
      stall.ports.payments.unreachable = false
    })
    const order = await findOrder(stall.ctx, placed.orderId, { staff: true })
    expect(order.payment).toMatchObject({ status: "opened", clientSecret: null })
  })

  it("shows an order to nobody without proof", async () => {
    const variantId = await stall.sell()
    const placed = await stall.buy([{ variantId, quantity: 1 }])
    for (const proof of [{ token: "" }, { token: `${placed.accessToken}x` }, { customerId: "" }, { customerId: "cus_someone" }]) {
      await expect(findOrder(stall.ctx, placed.orderId, proof)).rejects.toMatchObject({ code: "orders.not-found" })
    }
    const seen = await findOrder(stall.ctx, placed.orderId, { staff: true })
    expect(seen).toMatchObject({ accessToken: "", payment: { clientSecret: null } })
  })
})
