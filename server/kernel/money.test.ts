import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { allocate, decimalText, formatMoney, includedPortion, money, parseDecimal, portion } from "./money.ts"

const currency = fc.constantFrom("USD", "EUR", "JPY", "CNY", "KWD")
const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })

describe("allocate", () => {
  it("never loses a unit, and no share is more than one unit from its exact part", () => {
    fc.assert(
      fc.property(amount, fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 }), (minor, weights) => {
        const sum = weights.reduce((a, b) => a + b, 0n)
        fc.pre(sum > 0n)
        const shares = allocate(money(minor, "USD"), weights)
        expect(shares.reduce((a, s) => a + s.minor, 0n)).toBe(minor)
        for (const [index, share] of shares.entries()) {
          const exactTimesSum = minor * (weights[index] ?? 0n)
          const distance = share.minor * sum - exactTimesSum
          expect(distance < sum && distance > -sum).toBe(true)
        }
      }),
    )
  })

  it("refuses weights that say nothing", () => {
    expect(() => allocate(money(5n, "USD"), [0n, 0n])).toThrow(RangeError)
    expect(() => allocate(money(5n, "USD"), [2n, -1n])).toThrow(RangeError)
  })
})

describe("decimal text", () => {
  it("is read back as the same amount, in every currency", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }), currency, (minor, code) => {
        expect(parseDecimal(decimalText(money(minor, code)), code)).toEqual(money(minor, code))
      }),
    )
  })

  it("takes what people type and nothing else", () => {
    expect(parseDecimal("12,5", "EUR")).toEqual(money(1250n, "EUR"))
    expect(parseDecimal(" 1200 ", "JPY")).toEqual(money(1200n, "JPY"))
    for (const bad of ["", "-1", "1.234", "1e3", "12.5.1", "abc", "1 000", "9".repeat(13)])
      expect(parseDecimal(bad, "EUR")).toBeUndefined()
    expect(parseDecimal("1.5", "JPY")).toBeUndefined()
  })
})

describe("tax", () => {
  it("rounds half away from zero", () => {
    expect(portion(money(50n, "USD"), 100).minor).toBe(1n)
    expect(portion(money(-50n, "USD"), 100).minor).toBe(-1n)
    expect(portion(money(49n, "USD"), 100).minor).toBe(0n)
  })

  it("contained in a gross amount agrees with tax on its net amount to one unit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 3000 }), (minor, rate) => {
        const gross = money(minor, "EUR")
        const tax = includedPortion(gross, rate).minor
        const again = portion(money(minor - tax, "EUR"), rate).minor
        expect(again - tax <= 1n && tax - again <= 1n).toBe(true)
      }),
    )
  })
})

describe("formatMoney", () => {
  it("shows each currency with its own digits", () => {
    expect(formatMoney(money(1250n, "USD"), "en")).toBe("$12.50")
    expect(formatMoney(money(1250n, "JPY"), "en")).toBe("¥1,250")
    expect(formatMoney(money(1250n, "KWD"), "en")).toMatch(/1\.250/)
    expect(formatMoney(money(9_007_199_254_740_993n, "USD"), "en")).toBe("$90,071,992,547,409.93")
  })
})
