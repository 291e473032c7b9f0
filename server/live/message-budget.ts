/** How often one socket may speak: a burst, then a steady trickle. */
export interface MessageBudget {
  /** False: too much for now. */
  take(nowMs: number): boolean
  /** Refusals in a row; a page of ours never gets far. */
  readonly overdrawn: number
}

const burst = 40
const perSecond = 4

export function createMessageBudget(nowMs: number): MessageBudget {
  let left = burst
  let at = nowMs
  let overdrawn = 0
  return {
    take(now) {
      left = Math.min(burst, left + ((now - at) / 1_000) * perSecond)
      at = now
      if (left < 1) {
        overdrawn++
        return false
      }
      left -= 1
      overdrawn = 0
      return true
    },
    get overdrawn() {
      return overdrawn
    },
  }
}
