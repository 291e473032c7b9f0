import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { createLogHistogram, leastMs, mostMs, relativeError } from "./log-histogram.ts"

const duration = fc.oneof(
  fc.double({ min: leastMs, max: mostMs, noNaN: true }),
  fc.double({ min: leastMs, max: 50, noNaN: true }),
  fc.integer({ min: 1, max: 2_000 }),
)
const durations = fc.array(duration, { minLength: 1, maxLength: 400 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

const filled = (values: readonly number[]) => {
  const histogram = createLogHistogram()
  for (const value of values) histogram.add(value)
  return histogram
}
const exact = (values: readonly number[], at: number) =>
  [...values].sort((a, b) => a - b)[Math.max(1, Math.ceil(at * values.length)) - 1] ?? 0

describe("a histogram of durations", () => {
  it("is never further off than it says, whatever the values and the quantile", () => {
    fc.assert(
      fc.property(durations, share, (values, at) => {
        const told = filled(values).quantile(at) ?? Number.NaN
        const truth = exact(values, at)
        expect(Math.abs(told - truth)).toBeLessThanOrEqual(truth * relativeError * (1 + 1e-9))
      }),
      { numRuns: 500 },
    )
  })

  it("merges to what one would have counted alone, in whatever order, and takes away again", () => {
    fc.assert(
      fc.property(durations, durations, share, (some, more, at) => {
        const [one, other] = [filled(some), filled(more)]
        const whole = filled([...some, ...more])
        const there = createLogHistogram(one.slots())
        there.merge(other.slots())
        const back = createLogHistogram(other.slots())
        back.merge(one.slots())
        expect(there.slots()).toEqual(whole.slots())
        expect(back.slots()).toEqual(whole.slots())
        expect(there.quantile(at)).toBe(whole.quantile(at))
        there.merge(other.slots(), -1)
        expect(there.slots()).toEqual(one.slots())
        expect(there.count).toBe(some.length)
      }),
    )
  })

  it("counts what is out of its range at its borders", () => {
    expect(filled([0, -3, Number.NaN]).quantile(0.5)).toBe(leastMs)
    expect(filled([10_000_000, Number.POSITIVE_INFINITY]).quantile(0.5)).toBeGreaterThanOrEqual(mostMs * (1 - relativeError))
    expect(createLogHistogram().quantile(0.95)).toBeUndefined()
    expect(createLogHistogram([9_999, 4, -1, 2]).count).toBe(0)
  })
})
