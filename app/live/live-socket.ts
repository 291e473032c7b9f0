import type { Admission, Frame, SubscribeRequest } from "#server/messages/live.ts"

/** What the live client needs of a socket: Socket.IO's fits, and so does a test's. */
export interface LiveSocket {
  readonly connected: boolean
  subscribe(request: SubscribeRequest, answer: (admission: Admission) => void): void
  unsubscribe(room: string): void
  /** Opens another connection: with the cookies that the browser has by now. */
  renew(): void
  close(): void
}

/** What a socket tells. `lost`: there is no connection, and a new one is being tried. */
export interface SocketEvents {
  connect(): void
  lost(): void
  frame(frame: Frame): void
  revoked(): void
}

export type OpenSocket = (events: SocketEvents) => Promise<LiveSocket>
