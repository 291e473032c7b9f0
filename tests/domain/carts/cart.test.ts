import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { addToCart, cartCount, mostLines, mostOfOne, setQuantity, viewCart } from "#server/domain/carts/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

describe("a cart", () => {
  it("adds pieces to the line that is there", async () => {
    const [variantId, cartId] = [await stall.sell({ onHand: 4, priceMinor: 250n }), newId("cart")]
    await addToCart(stall.ctx, cartId, { variantId, quantity: 1 })
    expect(await addToCart(stall.ctx, cartId, { variantId, quantity: 2 })).toEqual({ id: cartId, count: 3, revision: 2 })
    const view = await viewCart(stall.ctx, cartId)
    expect(view).toMatchObject({ count: 3, orderable: true, quote: { subtotal: { minor: 750n }, shipping: null } })
    expect(view.quote.shippingMethods.length).toBeGreaterThan(0)
    expect(await cartCount(stall.ctx, cartId)).toBe(3)
  })

  it("changes and removes a line, and leaves a strange one away", async () => {
    const [variantId, cartId] = [await stall.sell(), newId("cart")]
    await addToCart(stall.ctx, cartId, { variantId, quantity: 1 })
    expect(await setQuantity(stall.ctx, cartId, { variantId, quantity: 7 })).toMatchObject({ count: 7 })
    expect(await setQuantity(stall.ctx, cartId, { variantId: "var_other", quantity: 7 })).toMatchObject({ count: 7, revision: 2 })
    expect(await setQuantity(stall.ctx, cartId, { variantId, quantity: 0 })).toMatchObject({ count: 0, revision: 3 })
  })

  it.each([0, -1, 1.5, mostOfOne + 1, 1e9, Number.NaN])("refuses to add %s pieces", async (quantity) => {
    const [variantId, cartId] = [await stall.sell(), newId("cart")]
    await expect(addToCart(stall.ctx, cartId, { variantId, quantity })).rejects.toMatchObject({
      code: "carts.quantity",
      details: { most: mostOfOne },
    })
    expect(await cartCount(stall.ctx, cartId)).toBe(0)
  })

  it("refuses more than a line or a cart holds, and keeps what was there", async () => {
    const [variantId, cartId] = [await stall.sell(), newId("cart")]
    await addToCart(stall.ctx, cartId, { variantId, quantity: mostOfOne })
    await expect(addToCart(stall.ctx, cartId, { variantId, quantity: 1 })).rejects.toMatchObject({ code: "carts.quantity" })
    const lines = Array.from({ length: mostLines }, (_, i) => ({ variantId: `var_${i}`, quantity: 1 }))
    await stall.ports.carts.change(stall.ctx.asker, cartId, () => lines)
    await expect(addToCart(stall.ctx, cartId, { variantId, quantity: 1 })).rejects.toMatchObject({ code: "carts.full" })
    expect(await cartCount(stall.ctx, cartId)).toBe(mostLines)
  })

  it("refuses what is not for sale here, another shop's goods among it", async () => {
    const other = await stall.openTestShop()
    const variantId = await stall.sell()
    await expect(addToCart(other, newId("cart"), { variantId, quantity: 1 })).rejects.toMatchObject({
      code: "carts.unknown-variant",
    })
    await expect(addToCart(stall.ctx, newId("cart"), { variantId: "var_none", quantity: 1 })).rejects.toMatchObject({
      code: "carts.unknown-variant",
    })
  })

  it("shows what is short and what is gone", async () => {
    const [variantId, cartId] = [await stall.sell({ onHand: 2 }), newId("cart")]
    await addToCart(stall.ctx, cartId, { variantId, quantity: 3 })
    const short = await viewCart(stall.ctx, cartId)
    expect(short).toMatchObject({ orderable: false, quote: { lines: [{ quantity: 3, free: 2 }] } })
    await stall.ctx.transact(({ rows }) => rows.variant.deleteMany({ where: { id: variantId } }))
    expect(await viewCart(stall.ctx, cartId)).toMatchObject({ orderable: false, quote: { lines: [], missing: [variantId] } })
  })
})
