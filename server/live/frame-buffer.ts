import type { Frame, LiveMessage } from "#server/messages/live.ts"

export interface FrameBuffer {
  /** `seq`: the message's place in the log; 0 when it does not come from there. */
  put(room: string, message: LiveMessage, seq: number): void
  close(): void
}

interface Pending {
  seq: number
  readonly messages: Map<string, LiveMessage>
}

const tickMs = 50

/** Collects what happens within a tick into one frame per room. Of states only the newest is kept, of equal hints one. */
export function createFrameBuffer(send: (frame: Frame) => void): FrameBuffer {
  let pending = new Map<string, Pending>()
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    timer = undefined
    const frames = pending
    pending = new Map()
    for (const [room, { seq, messages }] of frames) send({ room, seq, messages: [...messages.values()] })
  }

  return {
    put(room, message, seq) {
      const frame = pending.get(room) ?? { seq: 0, messages: new Map<string, LiveMessage>() }
      frame.seq = Math.max(frame.seq, seq)
      keepNewest(frame.messages, message)
      pending.set(room, frame)
      timer ??= setTimeout(flush, tickMs)
    },
    close() {
      clearTimeout(timer)
      pending.clear()
    },
  }
}

/** Last value wins by revision, not by arrival. */
export function keepNewest(messages: Map<string, LiveMessage>, message: LiveMessage): void {
  const key = `${message.kind} ${message.topic} ${message.id}`
  const held = messages.get(key)
  if (held?.kind === "state" && message.kind === "state" && held.revision > message.revision) return
  messages.set(key, message)
}
