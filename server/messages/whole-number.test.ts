import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { wholeNumber } from "./whole-number.ts"

const quantity = wholeNumber(1, 99)

describe("a whole number", () => {
  it("is read from digits, within its bounds", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), (n) => {
        expect(quantity.safeParse(String(n)).success).toBe(n >= 1 && n <= 99)
      }),
    )
    expect(quantity.parse(" 12 ")).toBe(12)
  })

  it.each(["0x10", "1e1", "1.5", "1,5", "", " ", "ten", "١٢", "99999999999999999999", null, true, ["3"]])(
    "is not %j",
    (given) => {
      expect(quantity.safeParse(given).success).toBe(false)
    },
  )
})
