/**
 * Counts of durations in slots whose borders grow by a constant factor: the fixed-size form of DDSketch (Masson, Rim, Lee, VLDB 2019).
 * Two of them add up, slot by slot, to the one that had seen all values, so nodes and minutes can be merged in any order.
 *
 * Error: between `leastMs` and `mostMs` a quantile is at most `relativeError` off the true value of that rank, up or down. What is
 * shorter counts as `leastMs`, what is longer as `mostMs`.
 */
export interface LogHistogram {
  readonly count: number
  add(ms: number): void
  /** `sign` -1 takes away what was added before. */
  merge(slots: Slots, sign?: 1 | -1): void
  /** The value of rank `ceil(share × count)`; undefined while nothing was added. */
  quantile(share: number): number | undefined
  slots(): Slots
}

/** Slot and count in turn, for travelling; only those that are not empty. */
export type Slots = readonly number[]

export const relativeError = 0.05
export const leastMs = 0.25
export const mostMs = 120_000

const growth = (1 + relativeError) / (1 - relativeError)
const logGrowth = Math.log(growth)
const slotCount = Math.ceil(Math.log(mostMs / leastMs) / logGrowth) + 1

export function createLogHistogram(given: Slots = []): LogHistogram {
  const counts = new Uint32Array(slotCount)
  let count = 0
  const put = (slot: number, times: number) => {
    if (!(slot >= 0 && slot < slotCount)) return
    counts[slot] = (counts[slot] ?? 0) + times
    count += times
  }
  const merge = (slots: Slots, sign: 1 | -1 = 1) => {
    for (let at = 0; at + 1 < slots.length; at += 2) put(slots[at] ?? 0, sign * (slots[at + 1] ?? 0))
  }
  merge(given)
  return {
    get count() {
      return count
    },
    add: (ms) => put(slotOf(ms), 1),
    merge,
    quantile(share) {
      if (count === 0) return undefined
      let rest = Math.max(1, Math.ceil(share * count))
      for (let slot = 0; slot < slotCount; slot++) {
        rest -= counts[slot] ?? 0
        if (rest <= 0) return middleOf(slot)
      }
      return mostMs
    },
    slots() {
      const slots: number[] = []
      for (let slot = 0; slot < slotCount; slot++) if (counts[slot]) slots.push(slot, counts[slot] ?? 0)
      return slots
    },
  }
}

/** Slot i holds what lies above least × growth^(i-1), up to least × growth^i. */
function slotOf(ms: number): number {
  if (!(ms > leastMs)) return 0
  return Math.min(slotCount - 1, Math.ceil(Math.log(ms / leastMs) / logGrowth))
}

/** In the middle of the slot as the error counts: as far from its upper border as from its lower one, relatively. */
function middleOf(slot: number): number {
  return slot === 0 ? leastMs : Math.min(mostMs, (leastMs * growth ** slot * 2) / (growth + 1))
}
