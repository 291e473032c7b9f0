import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createRing } from "./ring.ts"

describe("a ring", () => {
  it("sums exactly what fell into its slices, and forgets the rest", () => {
    const times = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 50 }).map((steps) => {
      let at = 1_000_000
      return steps.map((step) => {
        at += step
        return at
      })
    })
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 20_000 }), (given, later) => {
        const ring = createRing(1_000, 10)
        for (const at of given) ring.add(at, 3n)
        const now = (given.at(-1) ?? 1_000_000) + later
        const oldest = Math.floor(now / 1_000) - 9
        expect(ring.sum(now)).toBe(3n * BigInt(given.filter((at) => Math.floor(at / 1_000) >= oldest).length))
        expect(ring.list(now)).toHaveLength(10)
      }),
    )
  })

  it("lists its slices oldest first, the present one last", () => {
    const ring = createRing(1_000, 4)
    ring.add(10_000, 1n)
    ring.add(12_500, 2n)
    ring.add(13_999, 5n)
    expect(ring.list(13_000)).toEqual([1n, 0n, 2n, 5n])
    expect(ring.list(14_000)).toEqual([0n, 2n, 5n, 0n])
  })
})
