import type { Frame, LiveMessage } from "#server/messages/live.ts"

export interface FrameBuffer {
  /** `seq`: the message's place in the log; 0 when it does not come from there. */
  put(room: string, message: LiveMessage, seq: number): void
  /** Nobody is in the room any more: what it was sent last is of no interest. */
  forget(room: string): void
  close(): void
}

interface Waiting {
  readonly message: LiveMessage
  readonly seq: number
}

interface Pending {
  seq: number
  readonly messages: Map<string, Waiting>
}

const tickMs = 50

/** Collects what happens within a tick into one frame per room. Of states only the newest is kept, of equal hints the last. */
export function createFrameBuffer(send: (frame: Frame) => void): FrameBuffer {
  const reached = new Map<string, number>()
  let pending = new Map<string, Pending>()
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    timer = undefined
    const frames = pending
    pending = new Map()
    for (const [room, { seq, messages }] of frames) {
      const after = seq === 0 ? 0 : (reached.get(room) ?? 0)
      if (seq > 0) reached.set(room, seq)
      send(frameOf(room, after, seq, [...messages.values()]))
    }
  }

  return {
    put(room, message, seq) {
      const frame = pending.get(room) ?? { seq: 0, messages: new Map<string, Waiting>() }
      frame.seq = Math.max(frame.seq, seq)
      keepNewest(frame.messages, message, seq)
      pending.set(room, frame)
      timer ??= setTimeout(flush, tickMs)
    },
    forget(room) {
      reached.delete(room)
      pending.delete(room)
    },
    close() {
      clearTimeout(timer)
      pending.clear()
    },
  }
}

function frameOf(room: string, after: number, seq: number, waiting: readonly Waiting[]): Frame {
  const messages = waiting.map(({ message }) => message)
  if (waiting.every((one) => one.seq === seq)) return { room, after, seq, messages }
  return { room, after, seq, messages, seqs: waiting.map((one) => one.seq) }
}

/** Last value wins by revision, not by arrival. What stays is in the order in which it came last. */
export function keepNewest(messages: Map<string, Waiting>, message: LiveMessage, seq: number): void {
  const key = `${message.kind} ${message.topic} ${message.id}`
  const held = messages.get(key)?.message
  if (held?.kind === "state" && message.kind === "state" && held.revision > message.revision) return
  messages.delete(key)
  messages.set(key, { message, seq })
}
