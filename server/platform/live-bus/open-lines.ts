import type { LiveBus } from "#server/ports/live-bus.ts"
import type { PeerLine } from "#server/ports/peer-line.ts"
import { createInProcessBus } from "./in-process.ts"
import { createRedisBus } from "./redis.ts"
import { openRedisLine } from "./redis-line.ts"
import { createRedisPeerLine } from "./redis-peer-line.ts"

export interface Lines {
  readonly bus: LiveBus
  /** Undefined: there are no others. */
  readonly peers: PeerLine | undefined
  close(): Promise<void>
}

/** Without Redis there is one process, and it speaks to itself. */
export function openLines(redisUrl: string | undefined, onFault: (error: unknown) => void): Lines {
  if (!redisUrl) {
    const bus = createInProcessBus(onFault)
    return { bus, peers: undefined, close: bus.close }
  }
  const line = openRedisLine(redisUrl, onFault)
  const bus = createRedisBus(line, onFault)
  return {
    bus,
    peers: createRedisPeerLine(line, onFault),
    async close() {
      await bus.close()
      line.close()
    },
  }
}
