import type { Admission, Frame, Subscription } from "#server/messages/live.ts"
import type { LiveSocket, OpenSocket } from "./live-socket.ts"
import { createStateBoard, type StateBoard } from "./state-board.ts"
import { type Heard, isPersonal, type Stream, streamKey } from "./stream.ts"

export type Connection = "connecting" | "live" | "offline"

export interface LiveClient {
  readonly board: StateBoard
  /** Answers how to stop. Streams are shared: the first listener opens one, the last closes it a little later. */
  listen(subscription: Subscription, listener: (heard: Heard) => void): () => void
  status(): Connection
  watchStatus(listener: () => void): () => void
  /** Answers how to hang up. */
  start(open: OpenSocket, onRevoked: () => void): () => void
}

const lingerMs = 5_000
const busyMs = 3_000

/** One socket, its streams, and what they told. `since`: where the shop's log stood when the page was made. */
export function createLiveClient(since?: number): LiveClient {
  const board = createStateBoard()
  const streams = new Map<string, Stream>()
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

  const admitted = (stream: Stream, admission: Admission) => {
    if (!admission.ok) {
      if (admission.reason === "busy") setTimeout(() => ask(stream), busyMs)
      return
    }
    const isFirst = stream.seq === undefined
    stream.room = admission.room
    stream.seq = Math.max(stream.seq ?? 0, admission.seq)
    for (const message of admission.messages) tell(stream, message)
    if (admission.reset || (isFirst && isPersonal(stream.subscription))) tell(stream, { kind: "reset" })
    if (admission.reset) stream.seq = admission.seq
    // Everybody left while the question was under way.
    if (stream.listeners.size === 0) drop(stream)
  }
  const ask = (stream: Stream) => {
    if (!socket?.connected || stream.room !== undefined || streams.get(streamKey(stream.subscription)) !== stream) return
    const { subscription, seq } = stream
    socket.subscribe(seq === undefined ? { subscription } : { subscription, since: seq }, (admission) =>
      admitted(stream, admission),
    )
  }
  const drop = (stream: Stream) => {
    if (stream.listeners.size > 0) return
    streams.delete(streamKey(stream.subscription))
    if (stream.room !== undefined && socket?.connected) socket.unsubscribe(stream.room)
  }

  const onConnect = () => {
    become("live")
    for (const stream of streams.values()) ask(stream)
  }
  const onLost = () => {
    become("offline")
    for (const stream of streams.values()) stream.room = undefined
  }
  const onFrame = (frame: Frame) => {
    for (const stream of streams.values()) {
      // Before its admission a stream must not run ahead: what it has missed is still to come.
      if (stream.room !== frame.room) continue
      stream.seq = Math.max(stream.seq ?? 0, frame.seq)
      for (const message of frame.messages) tell(stream, message)
    }
  }

  return {
    board,
    status: () => status,
    watchStatus(watcher) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    listen(subscription, listener) {
      const key = streamKey(subscription)
      const known = streams.get(key)
      const stream = known ?? {
        subscription,
        listeners: new Set(),
        seq: isPersonal(subscription) ? undefined : since,
        room: undefined,
      }
      stream.listeners.add(listener)
      if (!known) {
        streams.set(key, stream)
        ask(stream)
      }
      return () => {
        stream.listeners.delete(listener)
        if (stream.listeners.size === 0) setTimeout(() => drop(stream), lingerMs)
      }
    },
    start(open, onRevoked) {
      let isOver = false
      const revoked = () => {
        socket?.close()
        onRevoked()
      }
      open({ connect: onConnect, lost: onLost, frame: onFrame, revoked }).then(
        (opened) => {
          if (isOver) return opened.close()
          socket = opened
          if (opened.connected) onConnect()
        },
        () => become("offline"),
      )
      return () => {
        isOver = true
        socket?.close()
        socket = undefined
      }
    },
  }
}
