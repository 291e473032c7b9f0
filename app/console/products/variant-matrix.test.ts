import { describe, expect, it } from "vitest"
import { type EditedVariant, matrixOf, variantKey, withValues } from "./variant-matrix.ts"

const size = { id: 1, name: "Size", values: ["S", "M"] }
const colour = { id: 2, name: "Colour", values: ["red", "blue"] }
const typed: EditedVariant = { sku: "A", price: "12.50", onHand: "3", isOffered: true }

describe("matrixOf", () => {
  it("has one line without choices for a product without options", () => {
    expect(matrixOf([], {}).map(({ choices }) => choices)).toEqual([[]])
  })

  it("turns the last option fastest", () => {
    const rows = matrixOf([size, colour], {})
    expect(rows.map(({ choices }) => choices.join(" "))).toEqual(["S red", "S blue", "M red", "M blue"])
  })

  it("leaves an option without values out, as while its first value is being typed", () => {
    expect(matrixOf([size, { ...colour, values: [] }], {}).map(({ choices }) => choices)).toEqual([["S"], ["M"]])
  })

  it("keeps what was typed and gives its price to new lines", () => {
    const rows = matrixOf([size], { [variantKey(["M"])]: typed })
    expect(rows).toEqual([
      { key: variantKey(["S"]), choices: ["S"], sku: "", price: "12.50", onHand: "0", isOffered: true },
      { key: variantKey(["M"]), choices: ["M"], ...typed },
    ])
  })

  it("takes the price along when the first option is added", () => {
    expect(matrixOf([size], { [variantKey([])]: typed })[0]?.price).toBe("12.50")
  })

  it("shows one line too many rather than hide how many there are", () => {
    const many = Array.from({ length: 11 }, (_, at) => String(at))
    expect(
      matrixOf(
        [
          { ...size, values: many },
          { ...colour, values: many },
        ],
        {},
      ),
    ).toHaveLength(101)
  })
})

describe("withValues", () => {
  it("splits a list and drops what is there or empty", () => {
    expect(withValues(["S"], "M, L，S、 ;XL")).toEqual(["S", "M", "L", "XL"])
  })
})
