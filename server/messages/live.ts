import type { BoardPage, BoardView, Minute, ShopPulse } from "./pulse.ts"

/**
 * What travels to open pages. Two kinds only: a *state* carries everything and a revision (keep the highest),
 * a *hint* says that something changed (revalidate). Free of schema libraries: the browser loads this file.
 */
export type StateMessage =
  | { kind: "state"; topic: "stock"; id: string; productId: string; revision: number; free: number; promisable?: number }
  | { kind: "state"; topic: "viewers"; id: string; revision: number; count: number }
  | { kind: "state"; topic: "board"; id: string; revision: number; page: BoardPage }
  | { kind: "state"; topic: "pulse"; id: string; revision: number; shop: ShopPulse }
  | { kind: "state"; topic: "minute"; id: string; revision: number; minute: Minute }

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
  /** The board of all shops; without a view, as it is first shown. */
  | { topic: "platform"; view?: BoardView }
  /** One shop's figures, or `everyone`'s. */
  | { topic: "watch"; id: string }

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

/** Below the page's own origin. */
export const livePath = "/live"
