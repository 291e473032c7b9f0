import type { PeerLine } from "#server/ports/peer-line.ts"

/** A line between nodes of one process, which a test may cut. */
export interface PeerHub {
  line(): PeerLine & { cut(isCut: boolean): void }
  /** All that was ever said. */
  readonly said: string[]
}

export function createPeerHub(): PeerHub {
  const listeners = new Set<(words: string) => void>()
  const said: string[] = []
  return {
    said,
    line() {
      let isCut = false
      return {
        say(words) {
          if (isCut) return
          said.push(words)
          for (const hear of listeners) hear(words)
        },
        hear(listener) {
          const hear = (words: string) => !isCut && listener(words)
          listeners.add(hear)
          return () => void listeners.delete(hear)
        },
        cut(next) {
          isCut = next
        },
      }
    },
  }
}
