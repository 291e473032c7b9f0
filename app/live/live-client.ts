import type { Subscription } from "#server/messages/live.ts"
import type { LiveSocket, OpenSocket } from "./live-socket.ts"
import { createStateBoard, type StateBoard } from "./state-board.ts"
import type { Heard, Stream } from "./stream.ts"
import { createStreams } from "./streams.ts"

/** `catching-up`: the connection is back, and what was missed is on its way. */
export type Connection = "connecting" | "live" | "catching-up" | "offline"

export interface LiveClient {
  readonly board: StateBoard
  /** Answers how to stop. Streams are shared: the first listener opens one, the last closes it a little later. */
  listen(subscription: Subscription, listener: (heard: Heard) => void): () => void
  status(): Connection
  watchStatus(listener: () => void): () => void
  /** Answers how to hang up. */
  start(open: OpenSocket, onRevoked: () => void): () => void
}

const retryMs = 4_000

/** One socket, its streams, and what they told. `since`: where the shop's log stood when the page was made. */
export function createLiveClient(since?: number): LiveClient {
  const board = createStateBoard()
  const watchers = new Set<() => void>()
  let status: Connection = "connecting"
  let socket: LiveSocket | undefined

  const become = (next: Connection) => {
    if (next === status) return
    status = next
    for (const watcher of watchers) watcher()
  }
  const tell = (stream: Stream, heard: Heard) => {
    if (heard.kind === "state") board.put(heard)
    for (const listener of stream.listeners) listener(heard)
  }
  const onAnswered = () => {
    if (status === "catching-up" && streams.isCaughtUp()) become("live")
  }
  const streams = createStreams({ since, tell, onAnswered })

  const connected = () => {
    if (!socket) return
    const isBack = status === "offline"
    streams.connected(socket)
    become(isBack && !streams.isCaughtUp() ? "catching-up" : "live")
  }
  const lost = () => {
    streams.lost()
    become("offline")
  }

  return {
    board,
    listen: streams.listen,
    status: () => status,
    watchStatus(watcher) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    start(open, onRevoked) {
      let isOver = false
      let timer: ReturnType<typeof setTimeout> | undefined
      const revoked = () => {
        socket?.close()
        onRevoked()
      }
      const attempt = () => {
        open({ connect: connected, lost, frame: streams.frame, revoked }).then(
          (opened) => {
            if (isOver) return opened.close()
            socket = opened
            if (opened.connected) connected()
          },
          () => {
            // Not even the code for it could be loaded.
            lost()
            if (!isOver) timer = setTimeout(attempt, retryMs)
          },
        )
      }
      attempt()
      return () => {
        isOver = true
        clearTimeout(timer)
        socket?.close()
        socket = undefined
      }
    },
  }
}
