import type { LiveMessage, Subscription } from "#server/messages/live.ts"
import { plainView, viewKey } from "#server/messages/pulse.ts"

/** What a listener of a stream hears: a message, or that the page must load afresh. */
export type Heard = LiveMessage | { readonly kind: "reset" }

/** One subscription of the page, shared by all that asked for it. */
export interface Stream {
  readonly subscription: Subscription
  readonly listeners: Set<(heard: Heard) => void>
  /** Highest position known, once there is one. Kept over lost connections: it is what the next one starts from. */
  seq: number | undefined
  /** While the present connection has admitted it. */
  room: string | undefined
  /** The question that is under way on the present connection, by number. */
  asking: number | undefined
}

export function streamKey(subscription: Subscription): string {
  if (subscription.topic === "platform") return `platform ${viewKey(subscription.view ?? plainView)}`
  return "id" in subscription ? `${subscription.topic} ${subscription.id}` : subscription.topic
}

/** Pages that nobody else shares are so cheap to load again that a first admission asks for it: something may have happened before. */
export function isPersonal({ topic }: Subscription): boolean {
  return topic === "order" || topic === "console"
}
