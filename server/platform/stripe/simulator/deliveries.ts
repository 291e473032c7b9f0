import type { Clock } from "#server/kernel/clock.ts"
import { createPoster } from "./post.ts"
import type { EventRecord } from "./records.ts"
import { showEvent } from "./show-event.ts"
import { signatureOf } from "./signature.ts"
import type { Store } from "./store.ts"

export interface Endpoint {
  readonly url: string
  readonly secret: string
  /** As `payment_intent.*` or `charge.refunded`; the default is everything about payment intents. */
  readonly events?: readonly string[]
  readonly disorder?: Disorder
}

/** For tests: every event comes `copies` times, each after a random part of `spreadMs`, so in any order. */
export interface Disorder {
  readonly copies: number
  readonly spreadMs: number
  readonly random: () => number
}

/** Sends events until the receiver takes them: for three days, at growing distances, also after a restart. */
export interface Deliveries {
  send(events: readonly EventRecord[]): void
  /** Resolves when nothing is on its way; what waits for its next attempt counts. */
  idle(): Promise<void>
  close(): Promise<void>
}

export interface DeliveryNeeds {
  readonly store: Store
  readonly clock: Clock
  readonly origin: string
  readonly firstRetryMs: number
}

const atOnce = 16
const giveUpSeconds = 3 * 24 * 3600
const longestRetryMs = 60_000

interface Attempt {
  readonly event: EventRecord
  readonly number: number
}

export function createDeliveries(endpoint: Endpoint, needs: DeliveryNeeds): Deliveries {
  const poster = createPoster(endpoint.url)
  const ready: Attempt[] = []
  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  let closed = false
  let watchers: (() => void)[] = []

  const later = (attempt: Attempt, delayMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      ready.push(attempt)
      pump()
    }, delayMs)
    timers.add(timer)
  }
  const scatter = (disorder: Disorder, attempts: readonly Attempt[]) => {
    for (let copy = 0; copy < disorder.copies; copy++)
      for (const attempt of attempts) later(attempt, disorder.random() * disorder.spreadMs)
  }
  const run = async (attempt: Attempt) => {
    const taken = await poster.post(...signed(endpoint, needs, attempt.event))
    if (taken) markDelivered(needs, attempt.event)
    else if (!closed && isYoung(needs, attempt.event)) later({ ...attempt, number: attempt.number + 1 }, pauseMs(needs, attempt))
  }
  const pump = () => {
    while (!closed && running.size < atOnce) {
      const attempt = ready.shift()
      if (!attempt) break
      const job = run(attempt).finally(() => {
        running.delete(job)
        pump()
      })
      running.add(job)
    }
    if (running.size + ready.length + timers.size > 0) return
    for (const wake of watchers) wake()
    watchers = []
  }
  return {
    send: (events) => {
      const attempts = events.map((event) => ({ event, number: 0 }))
      if (endpoint.disorder) scatter(endpoint.disorder, attempts)
      else ready.push(...attempts)
      pump()
    },
    idle: () =>
      new Promise((resolve) => {
        watchers.push(resolve)
        pump()
      }),
    close: async () => {
      closed = true
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      await Promise.all(running)
      poster.close()
    },
  }
}

function signed(endpoint: Endpoint, needs: DeliveryNeeds, event: EventRecord): [payload: string, signature: string] {
  // Stripe sends pretty-printed JSON: a receiver that verifies a re-serialised body fails here as it would there.
  const payload = JSON.stringify(showEvent({ draft: needs.store, origin: needs.origin }, event), null, 2)
  return [payload, signatureOf(endpoint.secret, payload, unixSeconds(needs))]
}

/** Not awaited on disk: a crash here sends it once more. */
function markDelivered(needs: DeliveryNeeds, event: EventRecord): void {
  if (!needs.store.get("delivery", event.id)) needs.store.commit([["delivery", { id: event.id, at: unixSeconds(needs) }]])
}

function pauseMs(needs: DeliveryNeeds, attempt: Attempt): number {
  return Math.min(needs.firstRetryMs * 2 ** attempt.number, longestRetryMs) * (0.75 + Math.random() / 2)
}

function isYoung(needs: DeliveryNeeds, event: EventRecord): boolean {
  return event.created > unixSeconds(needs) - giveUpSeconds
}

function unixSeconds(needs: DeliveryNeeds): number {
  return Math.floor(needs.clock.now().getTime() / 1000)
}

/** What an earlier run still owes. */
export function undelivered(store: Store): EventRecord[] {
  return [...store.all("event")].filter((event) => event.subscribed && !store.get("delivery", event.id))
}

export function subscription(endpoint: Endpoint | undefined): (type: string) => boolean {
  if (!endpoint) return () => false
  const patterns = endpoint.events ?? ["payment_intent.*"]
  return (type) => patterns.some((p) => p === "*" || p === type || (p.endsWith(".*") && type.startsWith(p.slice(0, -1))))
}
