import type { LoggedEvent } from "#server/messages/events.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import type { LogReader } from "./log-reader.ts"
import { repeat } from "./repeat.ts"

export interface LogFollower {
  /** The highest position up to which this process has handed on the tenant's log without a gap. */
  seqOf(tenantId: string): number
  /** Each event once, in order. `onSkipped`: so much was missed that it was left out; what was said before is no longer true. */
  subscribe(listener: (event: LoggedEvent) => void, onSkipped?: () => void): () => void
  close(): void
}

const mostPerRead = 500
/** From here on it is cheaper to load pages afresh than to repeat everything to them. */
const mostBehind = 20_000
const retryMs = 1_000
const compareMs = 4_000

/**
 * Hands on each tenant's events in order and without gaps. What the bus lost is noticed by its number, or else by comparing with the
 * log: after an interruption at once, and every few seconds in any case. It is read from there.
 */
export async function followLog(bus: LiveBus, log: LogReader, onFault: (error: unknown) => void): Promise<LogFollower> {
  const heads = new Map(await log.heads())
  const mending = new Map<string, boolean>()
  const listeners = new Set<(event: LoggedEvent) => void>()
  const skipped = new Set<() => void>()
  let isOpen = true

  const take = (event: LoggedEvent) => {
    heads.set(event.tenantId, event.seq)
    for (const listener of listeners) attempt(() => listener(event), onFault)
  }

  async function readOn(tenantId: string): Promise<boolean> {
    const seen = heads.get(tenantId) ?? 0
    const { events, reached } = await log.after(tenantId, seen, { most: mostPerRead })
    if (reached - seen >= mostPerRead) {
      const head = await log.head(tenantId)
      if (head - seen > mostBehind) {
        heads.set(tenantId, head)
        for (const tell of skipped) attempt(tell, onFault)
        return true
      }
    }
    for (const event of events) take(event)
    heads.set(tenantId, reached)
    return reached > seen
  }

  /** One reader per tenant; whoever comes while it reads makes it look once more. */
  async function mend(tenantId: string): Promise<void> {
    const isReading = mending.has(tenantId)
    mending.set(tenantId, true)
    if (isReading) return
    while (isOpen && mending.get(tenantId)) {
      mending.set(tenantId, false)
      try {
        if (await readOn(tenantId)) mending.set(tenantId, true)
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
    for (const [tenantId, seq] of await log.heads()) if (isOpen && seq > (heads.get(tenantId) ?? 0)) await mend(tenantId)
  }
  const compareSoon = () => {
    compare().catch((error: unknown) => {
      onFault(error)
      if (isOpen) setTimeout(compareSoon, retryMs).unref()
    })
  }

  const stop = bus.subscribe(hear, compareSoon)
  // Between reading the heads and subscribing, events may have passed.
  compareSoon()
  const stopComparing = repeat(compareMs, compare, onFault)
  return {
    seqOf: (tenantId) => heads.get(tenantId) ?? 0,
    subscribe(listener, onSkipped) {
      listeners.add(listener)
      if (onSkipped) skipped.add(onSkipped)
      return () => {
        listeners.delete(listener)
        if (onSkipped) skipped.delete(onSkipped)
      }
    },
    close() {
      isOpen = false
      stopComparing()
      stop()
    },
  }
}

/** A listener that fails does not keep the event from the others. */
function attempt(run: () => void, onFault: (error: unknown) => void): void {
  try {
    run()
  } catch (error) {
    onFault(error)
  }
}
