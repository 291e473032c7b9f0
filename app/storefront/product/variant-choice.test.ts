import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { choose, firstChoice, offers, variantOf } from "./variant-choice.ts"

const price = { minor: 100n, currency: "USD" }
const variant = (choices: string[], free: number) => ({
  id: choices.join("/"),
  sku: choices.join("-"),
  choices,
  price,
  free,
  promisable: free,
  stockRevision: 1,
})
const size = { name: "Size", values: ["S", "M", "L"] }
const colours = ["red", "blue"]

describe("choosing a variant", () => {
  it("starts at what can be bought", () => {
    expect(firstChoice([variant(["S"], 0), variant(["M"], 2)])).toEqual(["M"])
    expect(firstChoice([variant(["S"], 0)])).toEqual(["S"])
    expect(firstChoice([])).toEqual([])
  })

  it("always ends at a variant that exists and has the chosen value", () => {
    const every = size.values.flatMap((s) => colours.map((c) => [s, c]))
    fc.assert(
      fc.property(
        fc.subarray(every, { minLength: 1 }),
        fc.nat(5),
        fc.nat(1),
        fc.infiniteStream(fc.nat(3)),
        (existing, at, option, stock) => {
          const variants = existing.map((choices) => variant(choices, stock.next().value ?? 0))
          const start = firstChoice(variants)
          const values = [...new Set(variants.map((one) => one.choices[option] ?? ""))]
          const value = values[at % values.length] ?? ""
          const chosen = choose(variants, start, option, value)
          expect(variantOf(variants, chosen)).toBeDefined()
          expect(chosen[option]).toBe(value)
        },
      ),
    )
  })

  it("says of each value whether any is left with the rest of the choice", () => {
    const variants = [variant(["S", "red"], 0), variant(["S", "blue"], 4), variant(["M", "red"], 1)]
    expect(offers(variants, size, 0, ["S", "red"])).toEqual([
      { value: "S", label: "S", soldOut: true },
      { value: "M", label: "M", soldOut: false },
    ])
  })
})
