import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  changeStockSettings,
  defineBundle,
  endWatch,
  receiveStock,
  setLowAt,
  setOnHand,
  watchedVariants,
  watchStock,
} from "#server/domain/inventory/index.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"
import { toldOf } from "./told.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const frees = async (name: string, variantId: string) => (await toldOf(stall.ctx, name, variantId)).map(({ free }) => free)
const buy = (variantId: string, quantity: number) => stall.buy([{ variantId, quantity }])

describe("low stock", () => {
  it("is told once at each crossing of the shop's number, or the variant's own", async () => {
    const variantId = await stall.sell({ onHand: 6 })
    await buy(variantId, 2)
    expect(await frees("stock.ran-low", variantId)).toEqual([])
    await buy(variantId, 1)
    await buy(variantId, 1)
    expect(await frees("stock.ran-low", variantId)).toEqual([3])
    await receiveStock(stall.ctx, variantId, 10)
    await setLowAt(stall.ctx, variantId, 8)
    await buy(variantId, 5)
    expect(await frees("stock.ran-low", variantId)).toEqual([3, 7])

    await changeStockSettings(stall.ctx, { lowAt: 1, alertStaff: true, alertEmail: "" })
    const other = await stall.sell({ onHand: 4 })
    await buy(other, 2)
    expect(await frees("stock.ran-low", other)).toEqual([])
    await buy(other, 1)
    expect(await frees("stock.ran-low", other)).toEqual([1])
  })
})

describe("stock that is back", () => {
  it("is told once at each return from nothing, of a bundle, too", async () => {
    const [variantId, bundle] = [await stall.sell({ onHand: 1 }), await stall.sell({ onHand: 0 })]
    await defineBundle(stall.ctx, bundle, [{ componentId: variantId, quantity: 2 }])
    await buy(variantId, 1)
    await receiveStock(stall.ctx, variantId, 1)
    expect(await frees("stock.returned", variantId)).toEqual([1])
    expect(await frees("stock.returned", bundle)).toEqual([])
    await receiveStock(stall.ctx, variantId, 4)
    expect(await frees("stock.returned", variantId)).toEqual([1])
    expect(await frees("stock.returned", bundle)).toEqual([2])
  })
})

describe("a watch", () => {
  const ada = { email: "ada@mail.test", language: "en" }

  it("is one per variant and address, and ends by its link", async () => {
    const variantId = await stall.sell({ onHand: 0 })
    for (let n = 0; n < 2; n++) expect(await watchStock(stall.ctx, { variantId, ...ada, customerId: "cus_1" })).toBe("watching")
    expect(await watchedVariants(stall.ctx, "cus_1", [variantId, "var_other"])).toEqual([variantId])
    const watches = await stall.ctx.read(({ rows }) => rows.stockWatch.findMany({ where: { variantId } }))
    expect(watches).toHaveLength(1)
    const token = watches[0]?.token ?? ""
    expect(await endWatch(stall.ctx, "wrong")).toBe(false)
    expect(await endWatch(stall.ctx, token)).toBe(true)
    expect(await endWatch(stall.ctx, token)).toBe(false)
  })

  it("is for what is sold and not there", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    expect(await watchStock(stall.ctx, { variantId, ...ada })).toBe("available")
    await setOnHand(stall.ctx, variantId, 0)
    expect(await watchStock(stall.ctx, { variantId, ...ada })).toBe("watching")
    await expect(watchStock(stall.ctx, { variantId: "var_unknown", ...ada })).rejects.toMatchObject({
      code: "carts.unknown-variant",
    })
  })
})
