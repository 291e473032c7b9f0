import { describe, expect, it } from "vitest"
import { fullPurse, isRude, spend } from "./allowance.ts"

const allowance = { burst: 40, perSecond: 4 }

describe("an allowance", () => {
  it("is a burst, and then a few a second", () => {
    const purse = fullPurse(allowance, 0)
    const take = (times: number, at: number) =>
      Array.from({ length: times }, () => spend(purse, allowance, at)).filter(Boolean).length
    expect(take(40, 0)).toBe(40)
    expect(take(1, 0)).toBe(0)
    expect(take(10, 1_500)).toBe(5)
    expect(take(100, 60_000)).toBe(40)
  })

  it("tells who goes on all the same from who has only come too often", () => {
    const purse = fullPurse(allowance, 0)
    for (let n = 0; n < 60; n++) spend(purse, allowance, 0)
    expect(isRude(purse, allowance)).toBe(false)
    for (let n = 0; n < 60; n++) spend(purse, allowance, 0)
    expect(isRude(purse, allowance)).toBe(true)
    spend(purse, allowance, 20_000)
    expect(isRude(purse, allowance)).toBe(false)
    expect(spend(purse, allowance, 30_000)).toBe(true)
  })
})
