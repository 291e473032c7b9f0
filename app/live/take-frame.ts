import type { Frame, LiveMessage } from "#server/messages/live.ts"
import type { Stream } from "./stream.ts"

/**
 * Hands on what the stream does not know yet, each message once, and moves its position.
 * Answers false, and does nothing, when something that came before this frame has not arrived.
 */
export function takeFrame(stream: Stream, frame: Frame, tell: (message: LiveMessage) => void): boolean {
  const position = stream.seq ?? 0
  if (frame.after > position) return false
  stream.seq = Math.max(position, frame.seq)
  for (const [index, message] of frame.messages.entries()) {
    const seq = frame.seqs?.[index] ?? frame.seq
    // What is not of the log carries no position, and is always news.
    if (seq === 0 || seq > position) tell(message)
  }
  return true
}
