import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import {
  closeLocation,
  listLocations,
  listStock,
  openLocation,
  orderLocations,
  receiveStock,
  recomputeStock,
  renameLocation,
  reserveStock,
  sellStock,
  setOnHand,
  transferStock,
} from "#server/domain/inventory/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
let main: string
let barn: string
beforeAll(async () => {
  stall = await openStall()
  main = present((await listLocations(stall.ctx))[0], "location").id
  barn = (await openLocation(stall.ctx, "Barn")).locationId
})
afterAll(() => stall.close())
beforeEach(() => orderLocations(stall.ctx, [main, barn]))

/** Pieces at the main location and in the barn. */
async function lying(variantId: string): Promise<[number, number]> {
  const { rows } = await listStock(stall.ctx, { query: "" })
  const shelves = present(
    rows.find((row) => row.variantId === variantId),
    "stock",
  ).shelves
  const at = (id: string) => shelves.find(({ locationId }) => locationId === id)?.onHand ?? 0
  return [at(main), at(barn)]
}

async function stockAt(atMain: number, inBarn: number): Promise<string> {
  const variantId = await stall.sell({ onHand: atMain })
  await receiveStock(stall.ctx, variantId, inBarn, barn)
  return variantId
}

const sell = (variantId: string, quantity: number) =>
  stall.ctx.transact(async (work) => {
    const orderId = newId("order")
    await reserveStock(work, orderId, [{ variantId, quantity }], work.now)
    await sellStock(work, orderId)
  })

const adds = async () => expect(await stall.ctx.read((reading) => recomputeStock(reading))).toEqual([])

describe("locations", () => {
  it("are one for a new shop, and serve in their order", async () => {
    expect(await listLocations(stall.ctx)).toMatchObject([
      { id: main, name: "Main", priority: 1 },
      { id: barn, name: "Barn", priority: 2 },
    ])
    await orderLocations(stall.ctx, [barn])
    expect((await listLocations(stall.ctx)).map(({ id }) => id)).toEqual([barn, main])
  })

  it("give a sale from the first that has it whole, and share it only when none has", async () => {
    const variantId = await stockAt(3, 5)
    await sell(variantId, 2)
    expect(await lying(variantId)).toEqual([1, 5])
    await sell(variantId, 4)
    expect(await lying(variantId)).toEqual([1, 1])
    await sell(variantId, 2)
    expect(await lying(variantId)).toEqual([0, 0])
    await adds()
  })

  it("serve by another order when the merchant says so", async () => {
    const variantId = await stockAt(3, 3)
    await orderLocations(stall.ctx, [barn, main])
    await sell(variantId, 1)
    expect(await lying(variantId)).toEqual([3, 2])
  })

  it("are counted one by one, or all together", async () => {
    const variantId = await stockAt(3, 5)
    expect(await setOnHand(stall.ctx, variantId, 1, barn)).toMatchObject({ onHand: 4 })
    expect(await lying(variantId)).toEqual([3, 1])
    expect(await setOnHand(stall.ctx, variantId, 10)).toMatchObject({ onHand: 10 })
    expect(await lying(variantId)).toEqual([9, 1])
    expect(await setOnHand(stall.ctx, variantId, 0)).toMatchObject({ onHand: 0 })
    expect(await lying(variantId)).toEqual([0, 0])
    await adds()
  })

  it("carry goods from one to the other, and not what is not there", async () => {
    const variantId = await stockAt(3, 0)
    await transferStock(stall.ctx, { variantId, fromId: main, toId: barn, pieces: 2 })
    expect(await lying(variantId)).toEqual([1, 2])
    await expect(transferStock(stall.ctx, { variantId, fromId: main, toId: barn, pieces: 2 })).rejects.toMatchObject({
      code: "inventory.not-there",
      details: { there: 1, wanted: 2 },
    })
    await expect(transferStock(stall.ctx, { variantId, fromId: main, toId: "loc_none", pieces: 1 })).rejects.toMatchObject({
      code: "inventory.location-not-found",
    })
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 3, free: 3 })
    await adds()
  })

  it("are never short when sales, transfers and counts come at once", async () => {
    const variantId = await stockAt(20, 20)
    const acts = Array.from({ length: 24 }, (_, n) => {
      if (n % 3 === 0)
        return transferStock(stall.ctx, { variantId, fromId: n % 2 ? main : barn, toId: n % 2 ? barn : main, pieces: 3 })
      return sell(variantId, 1 + (n % 2))
    })
    for (const outcome of await Promise.allSettled(acts))
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "inventory.not-there" })
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 16, reserved: 0 })
    expect((await lying(variantId)).reduce((a, b) => a + b)).toBe(16)
    await adds()
  })

  it("close when they are empty, except the last", async () => {
    const { ctx } = stall
    const { locationId } = await openLocation(ctx, "Cellar")
    const variantId = await stall.sell({ onHand: 1 })
    await transferStock(ctx, { variantId, fromId: main, toId: locationId, pieces: 1 })
    await expect(closeLocation(ctx, locationId)).rejects.toMatchObject({
      code: "inventory.location-in-use",
      details: { pieces: 1 },
    })
    await transferStock(ctx, { variantId, fromId: locationId, toId: main, pieces: 1 })
    await closeLocation(ctx, locationId)
    await expect(closeLocation(ctx, locationId)).rejects.toMatchObject({ code: "inventory.location-not-found" })
    await expect(receiveStock(ctx, variantId, 1, locationId)).rejects.toMatchObject({ code: "inventory.location-not-found" })
    await expect(openLocation(ctx, "Barn")).rejects.toMatchObject({ code: "inventory.location-taken" })
    await expect(renameLocation(ctx, barn, "Main")).rejects.toMatchObject({ code: "inventory.location-taken" })
    expect(await openLocation(ctx, "Cellar")).toEqual({ locationId })
    await closeLocation(ctx, locationId)

    const other = await stall.openTestShop()
    const only = present((await listLocations(other))[0], "location").id
    await expect(closeLocation(other, only)).rejects.toMatchObject({ code: "inventory.last-location" })
    await expect(closeLocation(other, main)).rejects.toMatchObject({ code: "inventory.location-not-found" })
  })

  it("cannot be written past the sum", async () => {
    const variantId = await stall.sell({ onHand: 4 })
    const change = stall.ctx.transact(({ rows }) => rows.stockLevel.updateMany({ where: { variantId }, data: { onHand: 5 } }))
    await expect(change).rejects.toThrow(/5 pieces, and 4 at its locations/)
    const movement = { where: { variantId }, data: { onHandDelta: 9 } }
    await expect(stall.ctx.transact(({ rows }) => rows.stockMovement.updateMany(movement))).rejects.toThrow(/denied/)
  })
})
