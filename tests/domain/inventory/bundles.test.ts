import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  changeStockedProduct,
  bundleOf,
  defineBundle,
  receiveStock,
  recomputeStock,
  setOnHand,
} from "#server/domain/inventory/index.ts"
import { cancelOrder } from "#server/domain/orders/index.ts"
import { present } from "#server/kernel/assert.ts"
import { draftOf } from "#tests/support/goods.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"
import { toldOf } from "./told.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

/** Two cups and a pot, from so many of each. */
async function teaSet(cups: number, pots: number) {
  const [cup, pot, set] = [
    await stall.sell({ onHand: cups }),
    await stall.sell({ onHand: pots }),
    await stall.sell({ onHand: 0 }),
  ]
  await defineBundle(stall.ctx, set, [
    { componentId: cup, quantity: 2 },
    { componentId: pot, quantity: 1 },
  ])
  return { cup, pot, set }
}

const one = (variantId: string, quantity = 1) => ({ variantId, quantity })
const refusesBundle = (because: string) => ({ code: "inventory.bad-bundle", details: { because } })

describe("a bundle", () => {
  it("has as many as its scarcest part allows, and takes its parts", async () => {
    const { cup, pot, set } = await teaSet(7, 5)
    expect(await stall.stock(set)).toMatchObject({ free: 3 })
    const { orderId } = await stall.buy([one(set, 2)])
    expect(await stall.stock(cup)).toMatchObject({ onHand: 7, reserved: 4, free: 3 })
    expect(await stall.stock(pot)).toMatchObject({ reserved: 2 })
    expect(await stall.stock(set)).toMatchObject({ free: 1 })
    await cancelOrder(stall.ctx, orderId, "shopper")
    expect(await stall.stock(set)).toMatchObject({ free: 3 })
    expect(await stall.ctx.read((reading) => recomputeStock(reading))).toEqual([])
  })

  it("shares its parts with the same cart's single pieces", async () => {
    const { cup, set } = await teaSet(5, 5)
    await expect(stall.buy([one(set, 2), one(cup, 2)])).rejects.toMatchObject({ code: "inventory.sold-out" })
    await stall.buy([one(set, 2), one(cup, 1)])
    expect(await stall.stock(cup)).toMatchObject({ free: 0 })
    await expect(stall.buy([one(set)])).rejects.toMatchObject({ details: { variantId: set, free: 0, wanted: 1 } })
  })

  it("is told of whenever a part moves, with a revision that rises", async () => {
    const { cup, pot, set } = await teaSet(4, 4)
    await stall.buy([one(cup)])
    await setOnHand(stall.ctx, pot, 1)
    await receiveStock(stall.ctx, cup, 9)
    const told = await toldOf(stall.ctx, "stock.moved", set)
    expect(told.map(({ free }) => free)).toEqual([2, 1, 1, 1])
    const revisions = told.map(({ revision }) => revision)
    expect(new Set(revisions).size).toBe(revisions.length)
    expect((await stall.stock(set)).revision).toBe(revisions.at(-1))
  })

  it("ends told as it is when its parts move at once", async () => {
    const { cup, pot, set } = await teaSet(40, 40)
    await Promise.all(Array.from({ length: 16 }, (_, n) => stall.buy([one(n % 2 ? cup : pot, 1 + (n % 3))])))
    const told = await toldOf(stall.ctx, "stock.moved", set)
    const now = await stall.stock(set)
    expect(told.at(-1)).toMatchObject({ free: now.free, revision: now.revision })
    expect(new Set(told.map(({ revision }) => revision)).size).toBe(told.length)
  })

  it("is neither nested nor made of itself, and has no pieces of its own", async () => {
    const { cup, pot, set } = await teaSet(4, 4)
    const [full, empty] = [await stall.sell({ onHand: 1 }), await stall.sell({ onHand: 0 })]
    const define = (bundle: string, ...parts: string[]) =>
      defineBundle(
        stall.ctx,
        bundle,
        parts.map((componentId) => ({ componentId, quantity: 1 })),
      )
    await expect(define(set, set)).rejects.toMatchObject(refusesBundle("itself"))
    await expect(define(empty, set)).rejects.toMatchObject(refusesBundle("nested"))
    await setOnHand(stall.ctx, cup, 0)
    await expect(define(cup, pot)).rejects.toMatchObject(refusesBundle("part-of-another"))
    await expect(define(full, pot)).rejects.toMatchObject(refusesBundle("has-stock"))
    await expect(define(empty, pot, pot)).rejects.toMatchObject(refusesBundle("twice"))
    await expect(define(empty, "var_unknown")).rejects.toMatchObject(refusesBundle("unknown"))
    await expect(setOnHand(stall.ctx, set, 3)).rejects.toMatchObject({ code: "inventory.is-bundle" })
  })

  it("can be made of something else, and be none again", async () => {
    const { cup, set } = await teaSet(6, 1)
    const before = (await stall.stock(set)).revision
    await defineBundle(stall.ctx, set, [{ componentId: cup, quantity: 3 }])
    const after = await stall.stock(set)
    expect(after).toMatchObject({ free: 2 })
    expect(after.revision).toBeGreaterThan(before)
    await defineBundle(stall.ctx, set, [])
    expect(await bundleOf(stall.ctx, set)).toEqual([])
    const alone = await stall.stock(set)
    expect(alone).toMatchObject({ free: 0 })
    expect(alone.revision).toBeGreaterThan(after.revision)
    await setOnHand(stall.ctx, set, 2)
  })

  it("keeps its parts from being taken out of the catalogue", async () => {
    const { cup } = await teaSet(0, 0)
    const { productId } = present(
      await stall.ctx.read(({ rows }) => rows.variant.findFirst({ where: { id: cup }, select: { productId: true } })),
      "cup",
    )
    const draft = draftOf("USD", { title: "Cup", options: [{ name: "Size", values: ["S"] }] })
    await expect(changeStockedProduct(stall.ctx, productId, draft)).rejects.toMatchObject({ code: "inventory.part-of-bundle" })
  })
})
