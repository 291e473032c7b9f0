import type { Heard } from "#app/live/stream.ts"
import type { Admission, Subscription } from "#server/messages/live.ts"
import { mark } from "./writer.ts"

/** What one stream of a page was told since a position. */
export interface Stretch {
  /** All that came after this position is owed. */
  from: number
  /** Marked ids, in the order of their coming. */
  readonly heard: string[]
}

/** Notes what a stream is told. A new stretch begins with the first admission, and with each reset: the page was loaded afresh. */
export interface Listener {
  readonly subscription: Subscription
  /** The last one is under way; those before it ended in a reset. */
  readonly stretches: Stretch[]
  /** When a hint of a kind that names no one came last. */
  lastHintAt: number
  hear(heard: Heard): void
  admitted(since: number | undefined, admission: Extract<Admission, { ok: true }>): void
}

export function createListener(subscription: Subscription): Listener {
  const listener: Listener = {
    subscription,
    stretches: [],
    lastHintAt: 0,
    hear(heard) {
      if (heard.kind === "reset") {
        // Loading afresh shows whatever was hinted at before.
        listener.lastHintAt = Date.now()
      } else if (heard.kind === "hint") {
        if (heard.id.startsWith(mark)) listener.stretches.at(-1)?.heard.push(heard.id)
        else listener.lastHintAt = Date.now()
      }
    },
    admitted(since, { reset, seq }) {
      if (listener.stretches.length > 0 && !reset) return
      listener.stretches.push({ from: since === undefined || reset ? seq : since, heard: [] })
    },
  }
  return listener
}
