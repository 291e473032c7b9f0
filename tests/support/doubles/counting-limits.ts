import type { RateLimiter } from "#server/ports/rate-limiter.ts"

/** Windows never end: whoever has taken `most` waits for the whole window. `forget` starts afresh. */
export function countingLimits(): RateLimiter & { forget(): void } {
  const taken = new Map<string, number>()
  return {
    async take(key, most, windowMs) {
      const count = (taken.get(key) ?? 0) + 1
      taken.set(key, count)
      return count > most ? windowMs : 0
    },
    forget: () => taken.clear(),
  }
}
