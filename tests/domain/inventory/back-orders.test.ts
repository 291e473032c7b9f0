import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  receiveStock,
  recomputeStock,
  releaseStock,
  reserveStock,
  sellStock,
  setBackorderLimit,
  setOnHand,
  unlimitedBackorder,
} from "#server/domain/inventory/index.ts"
import { viewCart } from "#server/domain/carts/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

async function sellWith(onHand: number, limit: number): Promise<string> {
  const variantId = await stall.sell({ onHand })
  await setBackorderLimit(stall.ctx, variantId, limit)
  return variantId
}

const hold = async (variantId: string, quantity: number) => {
  const orderId = newId("order")
  await stall.ctx.transact((work) => reserveStock(work, orderId, [{ variantId, quantity }], work.now))
  return orderId
}
const pay = (orderId: string) => stall.ctx.transact((work) => sellStock(work, orderId))
const giveUp = (orderId: string) => stall.ctx.transact((work) => releaseStock(work, orderId))

async function claim(orderId: string) {
  const found = await stall.ctx.read(({ rows }) => rows.reservation.findFirst({ where: { orderId } }))
  return { status: found?.status, handedOut: found?.handedOut }
}
const adds = async () => expect(await stall.ctx.read((reading) => recomputeStock(reading))).toEqual([])

describe("a back-order", () => {
  it("promises what is not there, up to the merchant's limit", async () => {
    const variantId = await sellWith(2, 3)
    await hold(variantId, 4)
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 2, reserved: 4, free: -2, promisable: 1 })
    await expect(hold(variantId, 2)).rejects.toMatchObject({ code: "inventory.sold-out", details: { free: 1, wanted: 2 } })
    await hold(variantId, 1)
    await expect(hold(variantId, 1)).rejects.toMatchObject({ details: { free: 0 } })
    await adds()
  })

  it("is shown as later, not as free", async () => {
    const variantId = await sellWith(1, unlimitedBackorder)
    const { cartId } = await stall.fillCart([{ variantId, quantity: 4 }])
    const { quote, orderable } = await viewCart(stall.ctx, cartId)
    expect(orderable).toBe(true)
    expect(quote.lines).toMatchObject([{ free: 1, later: 3 }])
    await stall.buy([{ variantId, quantity: 4 }])
    expect((await viewCart(stall.ctx, cartId)).quote.lines).toMatchObject([{ free: 0, later: 4 }])
  })

  it("is handed out as goods come, to whoever was granted first", async () => {
    const variantId = await sellWith(1, 10)
    const [first, second, third] = [await hold(variantId, 2), await hold(variantId, 2), await hold(variantId, 1)]
    // Paid in another order: the one piece there is was promised to the first.
    await pay(second)
    expect(await claim(second)).toEqual({ status: "awaited", handedOut: 0 })
    await pay(first)
    expect(await claim(first)).toEqual({ status: "awaited", handedOut: 1 })
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 0, reserved: 4 })

    await receiveStock(stall.ctx, variantId, 2)
    expect([await claim(first), await claim(second)]).toEqual([
      { status: "consumed", handedOut: 2 },
      { status: "awaited", handedOut: 1 },
    ])
    await receiveStock(stall.ctx, variantId, 2)
    expect(await claim(second)).toEqual({ status: "consumed", handedOut: 2 })
    // One lies there now for the third, who has not paid.
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 1, reserved: 1, free: 0 })
    await pay(third)
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 0, reserved: 0 })
    await adds()
  })

  it("gets what somebody before it gives up", async () => {
    const variantId = await sellWith(1, 5)
    const [first, second] = [await hold(variantId, 1), await hold(variantId, 1)]
    await pay(second)
    expect(await claim(second)).toMatchObject({ status: "awaited" })
    await giveUp(first)
    expect(await claim(second)).toEqual({ status: "consumed", handedOut: 1 })
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 0, reserved: 0 })
    await adds()
  })

  it("keeps the limit above what is promised", async () => {
    const variantId = await sellWith(1, 5)
    await hold(variantId, 4)
    await expect(setBackorderLimit(stall.ctx, variantId, 2)).rejects.toMatchObject({
      code: "inventory.below-promised",
      details: { promised: 3 },
    })
    await setBackorderLimit(stall.ctx, variantId, 3)
    await expect(setOnHand(stall.ctx, variantId, 0)).rejects.toMatchObject({
      code: "inventory.below-reserved",
      details: { reserved: 1 },
    })
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 1, reserved: 4, promisable: 0 })
  })
})
