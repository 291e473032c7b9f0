import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideGrants, type Wish } from "./decide-grants.ts"
import type { Level } from "./level.ts"
import type { LockedStock } from "./lock-demand.ts"

const level = (variantId: string, onHand: number, backorderLimit = 0): Level => ({
  ...{
    variantId,
    productId: "prd",
    onHand,
    reserved: 0,
    backorderLimit,
    lowAt: 0,
    revision: 7,
    inBundle: false,
    isBundle: false,
  },
})

/** Cups and pots, and a set of two cups and a pot. */
const stockOf = (cups: number, pots: number): LockedStock => ({
  levels: new Map([
    ["cup", level("cup", cups)],
    ["pot", level("pot", pots)],
  ]),
  recipes: new Map([
    ["cup", [{ variantId: "cup", per: 1 }]],
    ["pot", [{ variantId: "pot", per: 1 }]],
    [
      "set",
      [
        { variantId: "cup", per: 2 },
        { variantId: "pot", per: 1 },
      ],
    ],
  ]),
})

const wish = (reference: string, ...demands: [string, number][]): Wish => ({
  reference,
  demands: demands.map(([variantId, quantity]) => ({ variantId, quantity })),
})
const granted = ({ shortages }: ReturnType<typeof decideGrants>) => shortages.map((short) => short.length === 0)

describe("grants", () => {
  it("go to whoever came first; what does not fit leaves the rest to those behind", () => {
    const decision = decideGrants(stockOf(3, 0), [wish("a", ["cup", 2]), wish("b", ["cup", 2]), wish("c", ["cup", 1])])
    expect(granted(decision)).toEqual([true, false, true])
    expect(decision.shortages[1]).toEqual([{ variantId: "cup", wanted: 2, free: 1 }])
    expect(decision.grants.map(({ reference, place }) => [reference, place])).toEqual([
      ["a", 8],
      ["c", 9],
    ])
  })

  it("are of all that is wished or of nothing, over shared parts", () => {
    const decision = decideGrants(stockOf(5, 9), [wish("a", ["set", 2], ["cup", 2]), wish("b", ["set", 2], ["cup", 1])])
    expect(granted(decision)).toEqual([false, true])
    expect(decision.taken.get("cup")).toEqual({ pieces: 5, grants: 1 })
  })

  it("are none for what is not known", () => {
    const decision = decideGrants(stockOf(5, 9), [wish("a", ["cup", 1], ["moon", 1])])
    expect(decision.shortages).toEqual([[{ variantId: "moon", wanted: 1, free: 0 }]])
    expect(decision.grants).toEqual([])
  })

  it("never exceed what there is, and refuse nobody who fits", () => {
    const demand = fc.tuple(fc.constantFrom("cup", "pot", "set"), fc.integer({ min: 1, max: 4 }))
    const wishes = fc.array(fc.array(demand, { minLength: 1, maxLength: 3 }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), wishes, (cups, pots, carts) => {
        const decision = decideGrants(
          stockOf(cups, pots),
          carts.map((demands, n) => wish(String(n), ...demands)),
        )
        const left = { cup: cups, pot: pots }
        for (const [n, demands] of carts.entries()) {
          const need = { cup: 0, pot: 0 }
          for (const [variantId, quantity] of demands) {
            if (variantId !== "pot") need.cup += variantId === "set" ? 2 * quantity : quantity
            if (variantId !== "cup") need.pot += quantity
          }
          const fits = need.cup <= left.cup && need.pot <= left.pot
          expect(decision.shortages[n]?.length === 0).toBe(fits)
          if (fits) Object.assign(left, { cup: left.cup - need.cup, pot: left.pot - need.pot })
        }
        expect(decision.taken.get("cup")?.pieces ?? 0).toBe(cups - left.cup)
      }),
    )
  })
})
