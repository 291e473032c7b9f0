import type { Clock } from "#server/kernel/clock.ts"
import type { Keys } from "./access.ts"
import type { EventRecord } from "./records.ts"
import type { Store } from "./store.ts"

/** What every request of one running simulator shares. */
export interface World {
  readonly store: Store
  readonly keys: Keys
  readonly clock: Clock
  /** Where browsers reach it: `http://pay.localhost:3000`. */
  readonly origin: string
  readonly subscribes: (type: string) => boolean
  /** Sends the webhooks of events that have reached the disk. */
  readonly announce: (events: readonly EventRecord[]) => void
  readonly onFault: (error: unknown) => void
}
