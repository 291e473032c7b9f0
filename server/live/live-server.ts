import type { Post } from "#server/domain/identity/index.ts"
import type { Server, Socket } from "socket.io"
import type { Frame } from "#server/messages/live.ts"
import type { Guest } from "./guest.ts"

/** What a browser may say. Everything in it is read by a schema first. */
export interface Heard {
  subscribe: (request: unknown, answer: unknown) => void
  unsubscribe: (room: unknown) => void
  /** Does the line still hold? */
  alive: (answer: unknown) => void
}

export interface Told {
  frame: (frame: Frame) => void
  /** The session is over or the shop closed: do not come back, load the page afresh. */
  revoked: () => void
}

export interface SocketNote {
  guest: Guest
  /** The consoles that its guest was let into. */
  posts: Post[]
}

type Nothing = Record<string, never>
export type LiveServer = Server<Heard, Told, Nothing, SocketNote>
export type LiveSocket = Socket<Heard, Told, Nothing, SocketNote>
