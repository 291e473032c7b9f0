import type { Redis } from "ioredis"
import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible"
import type { RateLimiter } from "#server/ports/rate-limiter.ts"
import { perWindow } from "./windows.ts"

/** Counts are shared by all nodes. While Redis is away each node counts for itself: limits loosen, no visitor is turned away. */
export function createRedisRateLimiter(redis: Redis): RateLimiter {
  return perWindow((points, duration) => {
    const keyPrefix = `limit-${points}-${duration}`
    const insuranceLimiter = new RateLimiterMemory({ points, duration, keyPrefix })
    return new RateLimiterRedis({
      storeClient: redis,
      points,
      duration,
      keyPrefix,
      insuranceLimiter,
      rejectIfRedisNotReady: true,
    })
  })
}
