import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { defineBundle, recomputeStock } from "#server/domain/inventory/index.ts"
import { placeOrder } from "#server/domain/orders/index.ts"
import { isRefusalOf } from "#server/messages/refusals.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const one = (variantId: string, quantity = 1) => ({ variantId, quantity })
const adds = async () => expect(await stall.ctx.read((reading) => recomputeStock(reading))).toEqual([])

async function outcomes<T>(attempts: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(attempts)
  return settled.flatMap((outcome) => {
    if (outcome.status === "fulfilled") return [outcome.value]
    if (isRefusalOf(outcome.reason, "inventory.sold-out")) return []
    throw outcome.reason
  })
}
/** Holds that belong to no order. */
const orphans = () =>
  stall.ctx.read(
    ({ sql, tenantId }) => sql<{ id: string }>`
      select r.id from reservation r where r.tenant_id = ${tenantId} and r.status = 'held'
        and not exists (select from "order" o where o.tenant_id = r.tenant_id and o.id = r.order_id)`,
  )

describe("a crowd at one variant", () => {
  it("buys exactly what there is, and leaves no hold behind", async () => {
    const variantId = await stall.sell({ onHand: 12 })
    const requests = await Promise.all(Array.from({ length: 40 }, () => stall.fillCart([one(variantId)])))
    const placed = await outcomes(requests.map((request) => placeOrder(stall.ctx, request)))
    expect(placed).toHaveLength(12)
    expect(new Set(placed.map(({ number }) => number)).size).toBe(12)
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 12, reserved: 12, free: 0 })
    expect(await orphans()).toEqual([])
    const held = await stall.ctx.read(({ rows }) => rows.reservation.findMany({ where: { variantId } }))
    expect(new Set(held.map(({ orderId }) => orderId))).toEqual(new Set(placed.map(({ orderId }) => orderId)))
    await adds()
  })

  it("of several goods and sets of them is served in rounds as well", async () => {
    const [cup, pot, set] = [await stall.sell({ onHand: 30 }), await stall.sell({ onHand: 20 }), await stall.sell({ onHand: 0 })]
    await defineBundle(stall.ctx, set, [
      { componentId: cup, quantity: 2 },
      { componentId: pot, quantity: 1 },
    ])
    const carts = [[one(cup), one(pot)], [one(pot), one(cup, 2)], [one(set)], [one(set), one(cup)], [one(cup, 3)]]
    const requests = await Promise.all(Array.from({ length: 40 }, (_, n) => stall.fillCart(carts[n % carts.length] ?? [])))
    const placed = await outcomes(requests.map((request) => placeOrder(stall.ctx, request)))
    expect(placed.length).toBeGreaterThan(5)
    for (const variantId of [cup, pot]) expect((await stall.stock(variantId)).free).toBeGreaterThanOrEqual(0)
    expect(await orphans()).toEqual([])
    await adds()
  })

  it("gets back at once what an order could not be written for", async () => {
    const variantId = await stall.sell({ onHand: 3 })
    const good = await Promise.all(Array.from({ length: 8 }, () => stall.fillCart([one(variantId)])))
    const nowhere = { shippingMethodId: "shm_none" }
    const bad = await Promise.all(Array.from({ length: 8 }, () => stall.fillCart([one(variantId)], nowhere)))
    const attempts = bad.map((request) => placeOrder(stall.ctx, request))
    for (const outcome of await Promise.allSettled(attempts)) {
      expect(outcome.status).toBe("rejected")
      if (outcome.status === "rejected") expect(["pricing.no-shipping", "inventory.sold-out"]).toContain(outcome.reason.code)
    }
    expect(await stall.stock(variantId)).toMatchObject({ reserved: 0, free: 3 })
    expect(await outcomes(good.map((request) => placeOrder(stall.ctx, request)))).toHaveLength(3)
    await adds()
  })

  it("makes one order of one person's many clicks, though others push", async () => {
    const variantId = await stall.sell({ onHand: 5 })
    const mine = await stall.fillCart([one(variantId, 2)])
    const others = await Promise.all(Array.from({ length: 3 }, () => stall.fillCart([one(variantId)])))
    const clicks = Promise.all(Array.from({ length: 6 }, () => placeOrder(stall.ctx, mine)))
    const pushed = outcomes(others.map((request) => placeOrder(stall.ctx, request)))
    const orders = await clicks
    expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(1)
    expect(await pushed).toHaveLength(3)
    expect(await stall.stock(variantId)).toMatchObject({ reserved: 5 })
    expect(await orphans()).toEqual([])
    await adds()
  })
})
