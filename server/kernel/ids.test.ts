import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { idPrefixes, isId, newId } from "./ids.ts"

describe("ids", () => {
  it("sort by the time at which they were made", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 2 ** 40 }), (at, later) => {
        expect(newId("order", at) < newId("order", at + later)).toBe(true)
      }),
    )
  })

  it("are recognised by kind and shape", () => {
    expect(isId("order", newId("order"))).toBe(true)
    expect(isId("order", newId("payment"))).toBe(false)
    for (const bad of ["ord_", "ord_1", `${newId("order")}x`, newId("order").toUpperCase(), 7, null])
      expect(isId("order", bad)).toBe(false)
  })

  it("have a prefix of their own per kind", () => {
    const prefixes = Object.values(idPrefixes)
    expect(new Set(prefixes).size).toBe(prefixes.length)
    for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z]{3}$/)
  })
})
