import { minutes } from "#server/kernel/clock.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { RateLimiter } from "#server/ports/rate-limiter.ts"

const most = 20

/** Twenty tries per address and quarter of an hour, right or wrong. @throws Refusal http.too-many-requests */
export async function countAttempt(limits: RateLimiter, key: string): Promise<void> {
  const waitMs = await limits.take(key, most, minutes(15))
  if (waitMs > 0) refuse("http.too-many-requests", { retryAfterSeconds: Math.ceil(waitMs / 1_000) })
}
