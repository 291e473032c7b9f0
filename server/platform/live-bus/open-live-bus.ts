import type { LiveBus } from "#server/ports/live-bus.ts"
import { createInProcessBus } from "./in-process.ts"
import { createRedisBus } from "./redis.ts"

/** Without Redis there is one process, and it speaks to itself. */
export function openLiveBus(redisUrl: string | undefined, onFault: (error: unknown) => void): LiveBus {
  return redisUrl ? createRedisBus(redisUrl, onFault) : createInProcessBus(onFault)
}
