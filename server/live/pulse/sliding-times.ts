import { seconds } from "#server/kernel/clock.ts"
import { createLogHistogram, type Slots } from "#server/kernel/log-histogram.ts"

/** Durations of about the last minute: slices of five seconds are added to one histogram as they come, and taken out of it as they go. */
export interface SlidingTimes {
  add(atMs: number, slots: Slots): void
  read(nowMs: number): { readonly count: number; readonly p95Ms: number | null }
}

const sliceMs = seconds(5)
const slices = 12

export function createSlidingTimes(): SlidingTimes {
  const whole = createLogHistogram()
  let parts: { readonly slice: number; readonly slots: Slots }[] = []
  let told: { readonly count: number; readonly p95Ms: number | null } | undefined
  const forget = (nowMs: number) => {
    const oldest = Math.floor(nowMs / sliceMs) - slices + 1
    const gone = parts.filter(({ slice }) => slice < oldest)
    if (gone.length === 0) return
    for (const { slots } of gone) whole.merge(slots, -1)
    parts = parts.filter(({ slice }) => slice >= oldest)
    told = undefined
  }
  return {
    add(atMs, slots) {
      parts.push({ slice: Math.floor(atMs / sliceMs), slots })
      whole.merge(slots)
      told = undefined
    },
    read(nowMs) {
      if (parts.length > 0) forget(nowMs)
      told ??= { count: whole.count, p95Ms: whole.quantile(0.95) ?? null }
      return told
    },
  }
}
