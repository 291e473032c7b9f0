import { type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible"
import type { RateLimiter } from "#server/ports/rate-limiter.ts"

/** The library's limiters are made for one allowance each; ours is told the allowance with the key. */
export function perWindow(make: (most: number, windowSeconds: number) => RateLimiterAbstract): RateLimiter {
  const limiters = new Map<string, RateLimiterAbstract>()
  return {
    async take(key, most, windowMs) {
      const windowSeconds = Math.max(1, Math.ceil(windowMs / 1_000))
      const name = `${most}-${windowSeconds}`
      const limiter = limiters.get(name) ?? make(most, windowSeconds)
      limiters.set(name, limiter)
      try {
        await limiter.consume(key)
        return 0
      } catch (refused) {
        // The library rejects with its result when the allowance is used up, and with an error when it is broken.
        if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext)
        throw refused
      }
    },
  }
}
