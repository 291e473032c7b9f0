import type { LoggedEvent } from "#server/messages/events.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import type { LogReader } from "./log-reader.ts"

export interface LogFollower {
  /** The highest position up to which this process has seen the tenant's log without a gap. */
  seqOf(tenantId: string): number
  close(): void
}

const mostPerRead = 500
const retryMs = 1_000

/**
 * Hands on each tenant's events in order and without gaps. What the bus lost is noticed by its number, or after an interruption by
 * comparing with the log, and read from there.
 */
export async function followLog(
  bus: LiveBus,
  log: LogReader,
  deliver: (event: LoggedEvent) => void,
  onFault: (error: unknown) => void,
): Promise<LogFollower> {
  const heads = new Map(await log.heads())
  const mending = new Map<string, boolean>()
  let isOpen = true

  const take = (event: LoggedEvent) => {
    heads.set(event.tenantId, event.seq)
    deliver(event)
  }

  /** One reader per tenant; whoever comes while it reads makes it look once more. */
  async function mend(tenantId: string): Promise<void> {
    const isReading = mending.has(tenantId)
    mending.set(tenantId, true)
    if (isReading) return
    while (isOpen && mending.get(tenantId)) {
      mending.set(tenantId, false)
      try {
        const missed = await log.after(tenantId, heads.get(tenantId) ?? 0, mostPerRead)
        for (const event of missed) take(event)
        if (missed.length > 0) mending.set(tenantId, true)
      } catch (error) {
        onFault(error)
        mending.set(tenantId, true)
        await new Promise((resolve) => setTimeout(resolve, retryMs).unref())
      }
    }
    mending.delete(tenantId)
  }

  const hear = (event: LoggedEvent) => {
    const seen = heads.get(event.tenantId) ?? 0
    if (event.seq <= seen) return
    if (event.seq === seen + 1 && !mending.has(event.tenantId)) take(event)
    else void mend(event.tenantId)
  }

  async function compare(): Promise<void> {
    try {
      for (const [tenantId, seq] of await log.heads()) if (seq > (heads.get(tenantId) ?? 0)) await mend(tenantId)
    } catch (error) {
      onFault(error)
      if (isOpen) setTimeout(() => void compare(), retryMs).unref()
    }
  }

  const stop = bus.subscribe(hear, () => void compare())
  // Between reading the heads and subscribing, events may have passed.
  void compare()
  return {
    seqOf: (tenantId) => heads.get(tenantId) ?? 0,
    close() {
      isOpen = false
      stop()
    },
  }
}
