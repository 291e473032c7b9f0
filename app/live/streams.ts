import type { Admission, Frame, Subscription } from "#server/messages/live.ts"
import type { LiveSocket } from "./live-socket.ts"
import { type Heard, isPersonal, type Stream, streamKey } from "./stream.ts"
import { takeFrame } from "./take-frame.ts"

/** The page's subscriptions over however many connections: each stream goes on where it stood. */
export interface Streams {
  /** Answers how to stop. Streams are shared: the first listener opens one, the last closes it a little later. */
  listen(subscription: Subscription, listener: (heard: Heard) => void): () => void
  connected(socket: LiveSocket): void
  lost(): void
  frame(frame: Frame): void
  /** No question is under way: what the server knows, the page knows. */
  isCaughtUp(): boolean
}

export interface StreamsWish {
  /** Where the shop's log stood when the page was made. */
  readonly since: number | undefined
  readonly tell: (stream: Stream, heard: Heard) => void
  readonly onAnswered: () => void
}

const lingerMs = 5_000
const busyMs = 2_000
const patienceMs = 10_000
/** More than a server sends while a question is under way. Should it be too few after all, the gap is noticed. */
const mostHeld = 300

export function createStreams({ since, tell, onAnswered }: StreamsWish): Streams {
  const streams = new Map<string, Stream>()
  let socket: LiveSocket | undefined
  let held: Frame[] = []
  let asked = 0
  let hasRenewed = false

  const all = () => [...streams.values()]
  const isHere = (stream: Stream) => streams.get(streamKey(stream.subscription)) === stream
  const isAsking = () => all().some((stream) => stream.asking !== undefined)

  const ask = (stream: Stream) => {
    const line = socket
    if (!line?.connected || stream.room !== undefined || stream.asking !== undefined || !isHere(stream)) return
    const nth = ++asked
    stream.asking = nth
    const { subscription, seq } = stream
    const again = (delayMs: number) => setTimeout(() => stream.asking === nth && askAgain(stream), delayMs)
    const giveUp = again(patienceMs)
    line.subscribe(seq === undefined ? { subscription } : { subscription, since: seq }, (admission) => {
      clearTimeout(giveUp)
      if (stream.asking !== nth) return
      if (!admission.ok && admission.reason === "busy") return void again(busyMs * (0.5 + Math.random()))
      stream.asking = undefined
      if (!admission.ok && admission.reason === "stranger" && !hasRenewed) {
        hasRenewed = true
        return line.renew()
      }
      if (admission.ok) admitted(stream, admission)
      if (!isAsking()) held = []
      onAnswered()
    })
  }
  const askAgain = (stream: Stream) => {
    stream.asking = undefined
    stream.room = undefined
    ask(stream)
  }

  const admitted = (stream: Stream, admission: Extract<Admission, { ok: true }>) => {
    const isFirst = stream.seq === undefined
    stream.room = admission.room
    stream.seq = admission.reset ? admission.seq : Math.max(stream.seq ?? 0, admission.seq)
    for (const message of admission.messages) tell(stream, message)
    if (admission.reset || (isFirst && isPersonal(stream.subscription))) tell(stream, { kind: "reset" })
    // What was sent to the room while the answer was being written.
    for (const frame of held) if (frame.room === stream.room) take(stream, frame)
    // Everybody left while the question was under way.
    if (stream.listeners.size === 0) drop(stream)
  }
  const take = (stream: Stream, frame: Frame) => {
    if (!takeFrame(stream, frame, (message) => tell(stream, message))) askAgain(stream)
  }
  const drop = (stream: Stream) => {
    if (stream.listeners.size > 0 || !isHere(stream)) return
    streams.delete(streamKey(stream.subscription))
    if (stream.room !== undefined && socket?.connected) socket.unsubscribe(stream.room)
  }

  return {
    isCaughtUp: () => !isAsking(),
    listen(subscription, listener) {
      const key = streamKey(subscription)
      const known = streams.get(key)
      const stream = known ?? newStream(subscription, isPersonal(subscription) ? undefined : since)
      stream.listeners.add(listener)
      streams.set(key, stream)
      if (!known) ask(stream)
      return () => {
        stream.listeners.delete(listener)
        if (stream.listeners.size === 0) setTimeout(() => drop(stream), lingerMs)
      }
    },
    connected(line) {
      socket = line
      for (const stream of all()) ask(stream)
    },
    lost() {
      held = []
      for (const stream of all()) {
        stream.room = undefined
        stream.asking = undefined
      }
    },
    frame(frame) {
      const here = all().filter((stream) => stream.room === frame.room)
      for (const stream of here) take(stream, frame)
      if (here.length === 0 && isAsking()) held = [...held.slice(1 - mostHeld), frame]
    },
  }
}

function newStream(subscription: Subscription, seq: number | undefined): Stream {
  return { subscription, listeners: new Set(), seq, room: undefined, asking: undefined }
}
