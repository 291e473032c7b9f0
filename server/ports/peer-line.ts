/** Between web nodes: what one says all others may hear, at most once, and the speaker as well. */
export interface PeerLine {
  /** Lost when the line is down. */
  say(words: string): void
  /** Answers how to stop. */
  hear(listener: (words: string) => void): () => void
}
