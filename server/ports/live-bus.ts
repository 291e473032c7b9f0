import type { LoggedEvent } from "#server/messages/events.ts"

/** Carries published events from the relay to every process that has open pages or caches. At most once: the log is the truth. */
export interface LiveBus {
  /** In the order of `seq` per tenant. */
  publish(events: readonly LoggedEvent[]): Promise<void>
  /** Tells every process, this one too, that it may have missed some. */
  alarm(): Promise<void>
  /** Answers how to stop listening. `onInterrupted`: events may have been missed, look into the log. */
  subscribe(listener: (event: LoggedEvent) => void, onInterrupted?: () => void): () => void
  close(): Promise<void>
}
