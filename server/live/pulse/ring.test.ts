import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { amountRing, countRing } from "./ring.ts"

describe("a ring", () => {
  it("sums exactly what fell into its slices, early or late, and forgets the rest", () => {
    const steps = fc.array(fc.integer({ min: -2_000, max: 5_000 }), { maxLength: 50 })
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 20_000 }), (given, later) => {
        const [counts, amounts] = [countRing(1_000, 10), amountRing(1_000, 10)]
        let at = 1_000_000
        const times = given.map((step) => (at += step))
        // Each is taken or not by what was newest when it came.
        let newest = 0
        const taken = times.filter((time) => {
          newest = Math.max(newest, Math.floor(time / 1_000))
          counts.add(time, 1)
          amounts.add(time, 3n)
          return Math.floor(time / 1_000) > newest - 10
        })
        const now = Math.max(newest * 1_000, ...times) + later
        const oldest = Math.floor(now / 1_000) - 9
        const expected = taken.filter((time) => Math.floor(time / 1_000) >= oldest).length
        expect(counts.sum(now)).toBe(expected)
        expect(amounts.sum(now)).toBe(3n * BigInt(expected))
        expect(counts.list(now).reduce((a, b) => a + b, 0)).toBe(expected)
        expect(counts.list(now)).toHaveLength(10)
      }),
    )
  })

  it("lists its slices oldest first, the present one last", () => {
    const ring = countRing(1_000, 4)
    ring.add(10_000, 1)
    ring.add(12_500, 2)
    ring.add(13_999, 5)
    expect(ring.list(13_000)).toEqual([1, 0, 2, 5])
    expect(ring.list(14_000)).toEqual([0, 2, 5, 0])
    expect(ring.list(1_000_000)).toEqual([0, 0, 0, 0])
  })
})
