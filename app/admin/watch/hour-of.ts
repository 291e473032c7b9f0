import type { Minute } from "#server/messages/pulse.ts"

const minuteMs = 60_000
const steps = 60

export const minuteOf = (at: number): number => Math.floor(at / minuteMs) * minuteMs

/** Sixty minutes up to the present one, in which nothing is missing: a minute that was not kept is one in which nothing happened. */
export function hourOf(minutes: readonly Minute[], now: number): Minute[] {
  const known = new Map(minutes.map((minute) => [minute.at, minute]))
  const last = minuteOf(now)
  return Array.from({ length: steps }, (_, step) => {
    const at = last - (steps - 1 - step) * minuteMs
    return known.get(at) ?? { ...nothing, at }
  })
}

const nothing = {
  ...{ orders: 0, paid: {}, stockOuts: 0, refusals: 0, faults: 0, settled: 0, failed: 0 },
  ...{ pages: 0, pagesP95Ms: null, jobs: 0, jobsP95Ms: null },
  ...{ visitors: 0, sockets: 0, held: 0, queueDepth: 0, queueAgeMs: 0 },
}
