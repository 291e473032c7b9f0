import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { changeVariantStock } from "#app/console/stock/variant-form.ts"
import { findStock } from "#server/domain/inventory/index.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const terms = async (variantId: string) => {
  const row = await findStock(stall.ctx, variantId)
  return [row?.backorderLimit, row?.lowAt]
}

describe("the terms of a variant's stock", () => {
  it("are changed together, or not at all", async () => {
    const variantId = await stall.sell({ onHand: 0 })
    const change = (backorders: number, lowAt?: number) =>
      changeVariantStock(stall.ctx, variantId, { do: "terms", backorders, ...(lowAt !== undefined && { lowAt }) })
    await change(4, 2)
    expect(await terms(variantId)).toEqual([4, 2])
    // The second of the two cannot be written.
    const lowAt = 2_000_000
    await expect(change(9, lowAt)).rejects.toThrow(RangeError)
    expect(await terms(variantId)).toEqual([4, 2])
    await stall.buy([{ variantId, quantity: 3 }])
    await expect(change(1, 7)).rejects.toMatchObject({ code: "inventory.below-promised" })
    expect(await terms(variantId)).toEqual([4, 2])
    await change(3)
    expect(await terms(variantId)).toEqual([3, null])
  })
})
