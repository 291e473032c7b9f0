import type { Clock } from "#server/kernel/clock.ts"

export interface TestClock extends Clock {
  /** Later from now on, by so many milliseconds. */
  advance(ms: number): void
}

/** Real time with an offset: rows written after one another keep their order. */
export function createTestClock(): TestClock {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    advance: (ms) => {
      ahead += ms
    },
  }
}
