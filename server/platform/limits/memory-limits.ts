import { RateLimiterMemory } from "rate-limiter-flexible"
import type { RateLimiter } from "#server/ports/rate-limiter.ts"
import { perWindow } from "./windows.ts"

/** For one process. Counts are kept until their window ends; a restart forgets them. */
export function createMemoryRateLimiter(): RateLimiter {
  return perWindow((points, duration) => new RateLimiterMemory({ points, duration, keyPrefix: `${points}-${duration}` }))
}
