import type { PeerLine } from "#server/ports/peer-line.ts"
import type { RedisLine } from "./redis-line.ts"

const channel = "rialto:peers"

export function createRedisPeerLine(line: RedisLine, onFault: (error: unknown) => void): PeerLine {
  const listeners = new Set<(words: string) => void>()
  line.listen(channel, (words) => {
    for (const hear of listeners) hear(words)
  })
  return {
    say(words) {
      // What would wait in line is no longer true when its turn comes.
      if (line.isThere()) line.publish(channel, words).catch(onFault)
    },
    hear(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
