import { Redis } from "ioredis"

/** Two connections to Redis, one to speak and one to listen, for as many channels as there are. */
export interface RedisLine {
  /** @throws when Redis cannot be reached soon */
  publish(channel: string, text: string): Promise<void>
  /** To be called once for each channel. */
  listen(channel: string, hear: (text: string) => void): void
  /** The listening connection was lost and is back: words may have been missed. */
  onInterrupted(tell: () => void): void
  isThere(): boolean
  close(): void
}

export function openRedisLine(url: string, onFault: (error: unknown) => void): RedisLine {
  const out = new Redis(url, { maxRetriesPerRequest: 2 })
  const into = new Redis(url, { maxRetriesPerRequest: null })
  const hearers = new Map<string, (text: string) => void>()
  const interrupted: (() => void)[] = []
  let wasReady = false

  out.on("error", onFault)
  into.on("error", onFault)
  into.on("ready", () => {
    if (wasReady) for (const tell of interrupted) tell()
    wasReady = true
  })
  into.on("message", (channel: string, text: string) => hearers.get(channel)?.(text))
  return {
    async publish(channel, text) {
      await out.publish(channel, text)
    },
    listen(channel, hear) {
      hearers.set(channel, hear)
      into.subscribe(channel).catch(onFault)
    },
    onInterrupted: (tell) => void interrupted.push(tell),
    isThere: () => out.status === "ready",
    close() {
      interrupted.length = 0
      hearers.clear()
      into.disconnect()
      out.disconnect()
    },
  }
}
