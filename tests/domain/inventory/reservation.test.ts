import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { releaseStock, reserveStock, sellStock, setOnHand } from "#server/domain/inventory/index.ts"
import { newId } from "#server/kernel/ids.ts"
import { isRefusalOf } from "#server/messages/refusals.ts"
import type { CartLine } from "#server/ports/cart-store.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const hold = (lines: readonly CartLine[], orderId: string = newId("order")) =>
  stall.ctx.transact((work) => reserveStock(work, orderId, lines, work.now)).then(() => orderId)

async function outcomes(attempts: readonly Promise<string>[]): Promise<string[]> {
  const settled = await Promise.allSettled(attempts)
  return settled.flatMap((outcome) => {
    if (outcome.status === "fulfilled") return [outcome.value]
    if (isRefusalOf(outcome.reason, "inventory.sold-out")) return []
    throw outcome.reason
  })
}

/** On hand and reserved as the movements tell them. */
async function recomputed(variantId: string) {
  const sums = await stall.ctx.read(({ rows }) =>
    rows.stockMovement.aggregate({ where: { variantId }, _sum: { onHandDelta: true, reservedDelta: true } }),
  )
  return { onHand: sums._sum.onHandDelta, reserved: sums._sum.reservedDelta }
}

describe("a reservation", () => {
  it("grants ten pieces to fifty buyers exactly ten times", async () => {
    const variantId = await stall.sell({ onHand: 10 })
    const granted = await outcomes(Array.from({ length: 50 }, () => hold([{ variantId, quantity: 1 }])))
    expect(granted).toHaveLength(10)
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 10, reserved: 10, free: 0, revision: 11 })
    expect(await recomputed(variantId)).toEqual({ onHand: 10, reserved: 10 })
  })

  it("takes duplicate lines for one demand", async () => {
    const variantId = await stall.sell({ onHand: 3 })
    const twice = [
      { variantId, quantity: 2 },
      { variantId, quantity: 2 },
    ]
    await expect(hold(twice)).rejects.toMatchObject({ code: "inventory.sold-out", details: { wanted: 4, free: 3 } })
    await hold([
      { variantId, quantity: 1 },
      { variantId, quantity: 2 },
    ])
    expect((await stall.stock(variantId)).free).toBe(0)
  })

  it("holds all lines or none", async () => {
    const [plenty, none] = [await stall.sell({ onHand: 9 }), await stall.sell({ onHand: 0 })]
    await expect(
      hold([
        { variantId: plenty, quantity: 1 },
        { variantId: none, quantity: 1 },
      ]),
    ).rejects.toMatchObject({
      details: { variantId: none, free: 0, wanted: 1 },
    })
    await expect(
      hold([
        { variantId: plenty, quantity: 1 },
        { variantId: "var_unknown", quantity: 1 },
      ]),
    ).rejects.toMatchObject({
      details: { variantId: "var_unknown", free: 0 },
    })
    expect(await stall.stock(plenty)).toMatchObject({ reserved: 0, revision: 1 })
  })

  it("surfaces no deadlock for overlapping carts in opposite orders", async () => {
    const [a, b, c] = [await stall.sell({ onHand: 20 }), await stall.sell({ onHand: 20 }), await stall.sell({ onHand: 20 })]
    const line = (variantId: string) => ({ variantId, quantity: 1 })
    const carts = [
      [a, b, c],
      [c, b, a],
      [b, a],
      [c, a],
      [b, c],
    ]
    const granted = await outcomes(Array.from({ length: 40 }, (_, i) => hold((carts[i % carts.length] ?? []).map(line))))
    const held = await stall.ctx.read(({ rows }) => rows.reservation.count({ where: { orderId: { in: granted } } }))
    const stocks = await Promise.all([a, b, c].map((id) => stall.stock(id)))
    expect(stocks.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(held)
    for (const { free } of stocks) expect(free).toBeGreaterThanOrEqual(0)
  })

  it("gets a piece that is given back while it waits", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    const first = await hold([{ variantId, quantity: 1 }])
    const { waiting } = await stall.ctx.transact(async (work) => {
      await releaseStock(work, first)
      const waiting = hold([{ variantId, quantity: 1 }])
      // Not a timed assertion: earlier or later, the outcome must be the same.
      await new Promise((resolve) => setTimeout(resolve, 150))
      return { waiting }
    })
    await waiting
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 1, reserved: 1, revision: 4 })
  })

  it("ends once, however often it is released or sold", async () => {
    const variantId = await stall.sell({ onHand: 5 })
    const [kept, given] = [await hold([{ variantId, quantity: 2 }]), await hold([{ variantId, quantity: 1 }])]
    const { ctx } = stall
    await Promise.all([1, 2, 3].map(() => ctx.transact((work) => sellStock(work, kept))))
    await Promise.all([1, 2, 3].map(() => ctx.transact((work) => releaseStock(work, given))))
    await ctx.transact((work) => releaseStock(work, kept))
    await ctx.transact((work) => sellStock(work, given))
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 3, reserved: 0, free: 3 })
    expect(await recomputed(variantId)).toEqual({ onHand: 3, reserved: 0 })
  })

  it("is refused a second time for the same order", async () => {
    const variantId = await stall.sell({ onHand: 5 })
    const orderId = await hold([{ variantId, quantity: 1 }])
    await expect(hold([{ variantId, quantity: 1 }], orderId)).rejects.toThrow("already holds stock")
    expect((await stall.stock(variantId)).reserved).toBe(1)
  })

  it("stays in the merchant's way when the shelf is counted", async () => {
    const variantId = await stall.sell({ onHand: 5 })
    await hold([{ variantId, quantity: 4 }])
    await expect(setOnHand(stall.ctx, variantId, 3)).rejects.toMatchObject({
      code: "inventory.below-reserved",
      details: { reserved: 4 },
    })
    expect(await setOnHand(stall.ctx, variantId, 4)).toMatchObject({ onHand: 4, reserved: 4, free: 0 })
    expect(await recomputed(variantId)).toEqual({ onHand: 4, reserved: 4 })
    await expect(setOnHand(stall.ctx, "var_unknown", 3)).rejects.toMatchObject({ code: "catalog.product-not-found" })
  })

  it("tells each variant's new state with a rising revision", async () => {
    const variantId = await stall.sell({ onHand: 5 })
    const orderId = await hold([{ variantId, quantity: 2 }])
    await stall.ctx.transact((work) => sellStock(work, orderId))
    const told = await stall.ctx.read(({ rows }) =>
      rows.outboxEvent.findMany({ where: { name: "stock.moved" }, orderBy: { id: "asc" } }),
    )
    const mine = told.map(({ payload }) => payload).filter((p) => JSON.stringify(p).includes(variantId))
    expect(mine).toMatchObject([
      { onHand: 5, free: 3, revision: 2 },
      { onHand: 3, free: 3, revision: 3 },
    ])
  })

  it("keeps the books whatever is asked in whatever order", async () => {
    const ids = [await stall.sell({ onHand: 6 }), await stall.sell({ onHand: 6 })]
    const act = fc.record({
      kind: fc.constantFrom("hold", "release", "sell"),
      of: fc.nat(7),
      variant: fc.nat(1),
      quantity: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const run = newId("order")
        const done = acts.map(({ kind, of, variant, quantity }) => {
          const orderId = `${run}-${of}`
          if (kind === "hold") return hold([{ variantId: ids[variant] ?? "", quantity }], orderId)
          return stall.ctx.transact((work) => (kind === "sell" ? sellStock(work, orderId) : releaseStock(work, orderId)))
        })
        await Promise.allSettled(done)
        for (const id of ids) {
          const { onHand, reserved, free } = await stall.stock(id)
          expect(await recomputed(id)).toEqual({ onHand, reserved })
          expect(free).toBeGreaterThanOrEqual(0)
          const held = await stall.ctx.read(({ rows }) =>
            rows.reservation.aggregate({ where: { variantId: id, status: "held" }, _sum: { quantity: true } }),
          )
          expect(reserved).toBe(held._sum.quantity ?? 0)
        }
      }),
      { numRuns: 25 },
    )
  })
})
