/**
 * What travels to open pages. Two kinds only: a *state* carries everything and a revision (keep the highest),
 * a *hint* says that something changed (revalidate). Free of schema libraries: the browser loads this file.
 */
export type StateMessage =
  | { kind: "state"; topic: "stock"; id: string; productId: string; revision: number; free: number; promisable?: number }
  | { kind: "state"; topic: "viewers"; id: string; revision: number; count: number }
  | { kind: "state"; topic: "pulse"; id: "platform"; revision: number; pulse: Pulse }

export type HintMessage = { kind: "hint"; topic: "order" | "catalog" | "stock" | "shop" | "cart"; id: string }

export type LiveMessage = StateMessage | HintMessage

/**
 * What happened in a room within a tick. `seq` is the highest log position that its messages reach, `after` the one that the room's
 * frame before it reached: a page that is not that far has missed something. 0: the messages are not of the log.
 */
export interface Frame {
  readonly room: string
  readonly after: number
  readonly seq: number
  readonly messages: readonly LiveMessage[]
  /** Each message's own position, when they differ. What is not above the page's own position is known there already. */
  readonly seqs?: readonly number[]
}

/** What a page asks to hear. The server turns it into rooms after asking whether this actor may. */
export type Subscription =
  /** `variants`: those on the page, at most 200; a first subscription is answered with their stock as it is now. */
  | { topic: "shop"; variants?: readonly string[] }
  | { topic: "product"; id: string }
  | { topic: "order"; id: string; token?: string }
  /** The cart of the visitor who asks. */
  | { topic: "cart" }
  | { topic: "console"; id: string }
  | { topic: "platform" }

/** With `since`, the highest position that the page knows, whatever came after it is sent along, or `reset` says to load afresh. */
export interface SubscribeRequest {
  readonly subscription: Subscription
  readonly since?: number
}

/** Answer to a subscription: where the stream stands and what the page has missed. */
export type Admission =
  | { ok: true; room: string; seq: number; reset: boolean; messages: readonly LiveMessage[] }
  /** `stranger`: this connection was opened before its browser had a visitor's id; open another one. */
  | { ok: false; reason: "forbidden" | "malformed" | "busy" | "stranger" }

/** The platform's heartbeat: one line per tenant, over the last minute unless named otherwise. */
export interface Pulse {
  readonly at: number
  readonly tenants: readonly TenantPulse[]
}

export interface TenantPulse {
  readonly tenantId: string
  readonly name: string
  readonly slug: string
  readonly status: string
  readonly currency: string
  readonly visitors: number
  readonly ordersPerMinute: number
  readonly paidMinorPerMinute: string
  readonly stockOutsPerMinute: number
  readonly refusalsPerMinute: number
  /** Orders placed in each of the last 60 minutes, oldest first. */
  readonly orderHistory: readonly number[]
}

/** Below the page's own origin. */
export const livePath = "/live"
