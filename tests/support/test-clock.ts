import type { Clock } from "#server/kernel/clock.ts"

export interface TestClock extends Clock {
  /** Later from now on, by so many milliseconds. */
  advance(ms: number): void
}

/** Real time with an offset, never the same millisecond twice: rows written after one another keep their order. */
export function createTestClock(): TestClock {
  let ahead = 0
  let last = 0
  return {
    now() {
      last = Math.max(last + 1, Date.now() + ahead)
      return new Date(last)
    },
    advance: (ms) => {
      ahead += ms
    },
  }
}
