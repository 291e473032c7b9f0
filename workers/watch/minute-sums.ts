import { minutes } from "#server/kernel/clock.ts"
import { createLogHistogram, type LogHistogram } from "#server/kernel/log-histogram.ts"
import { everyone } from "#server/messages/pulse.ts"
import type { Sample } from "#server/platform/pulse/sample.ts"
import { createStandings } from "#server/platform/pulse/standings.ts"

/** What the processes measured of one shop in one minute. */
export interface MinuteSum {
  refusals: number
  faults: number
  readonly pages: LogHistogram
  readonly jobs: LogHistogram
  visitors: number
  sockets: number
  held: number
  queueDepth: number
  queueAgeMs: number
}

export interface MinuteSums {
  /** In the order in which they were written. */
  take(samples: readonly Sample[]): void
  of(minuteMs: number): ReadonlyMap<string, MinuteSum>
  forgetBefore(minuteMs: number): void
}

export const minuteOf = (at: Date): number => Math.floor(at.getTime() / minutes(1)) * minutes(1)

/** Sums of all samples, by minute and shop; `everyone` is the sum over the shops. The same samples give the same sums. */
export function createMinuteSums(): MinuteSums {
  const sums = new Map<number, Map<string, MinuteSum>>()
  const standings = createStandings()
  const sumOf = (minute: number, tenantId: string): MinuteSum => {
    const shops = sums.get(minute) ?? new Map<string, MinuteSum>()
    sums.set(minute, shops)
    const sum = shops.get(tenantId) ?? newSum()
    shops.set(tenantId, sum)
    return sum
  }
  const stand = (minute: number) => {
    for (const [tenantId, standing] of [...standings.shops(), [everyone, standings.whole()] as const]) {
      const sum = sumOf(minute, tenantId)
      sum.visitors = Math.max(sum.visitors, standing.visitors)
      sum.sockets = Math.max(sum.sockets, standing.sockets)
      sum.held = Math.max(sum.held, standing.held)
      sum.queueDepth = Math.max(sum.queueDepth, standing.queueDepth)
      sum.queueAgeMs = Math.max(sum.queueAgeMs, standing.queueAgeMs)
    }
  }
  return {
    take(samples) {
      for (const [index, sample] of samples.entries()) {
        const minute = minuteOf(sample.at)
        standings.forget(sample.at.getTime())
        standings.take(sample)
        if ("readings" in sample.body)
          for (const [tenantId, reading] of Object.entries(sample.body.readings))
            for (const sum of [sumOf(minute, tenantId), sumOf(minute, everyone)]) {
              sum.refusals += reading.refusals ?? 0
              sum.faults += reading.faults ?? 0
              sum.pages.merge(reading.pages ?? [])
              sum.jobs.merge(reading.jobs ?? [])
            }
        const next = samples[index + 1]
        if (!next || minuteOf(next.at) !== minute) stand(minute)
      }
    },
    of: (minuteMs) => sums.get(minuteMs) ?? new Map(),
    forgetBefore(minuteMs) {
      for (const minute of sums.keys()) if (minute < minuteMs) sums.delete(minute)
    },
  }
}

function newSum(): MinuteSum {
  const standing = { visitors: 0, sockets: 0, held: 0, queueDepth: 0, queueAgeMs: 0 }
  return { refusals: 0, faults: 0, pages: createLogHistogram(), jobs: createLogHistogram(), ...standing }
}
