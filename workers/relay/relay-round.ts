import type { OutboxLog } from "#prisma/outbox-log.ts"
import type { Clock } from "#server/kernel/clock.ts"
import type { Log } from "#server/kernel/log.ts"
import type { LoggedEvent } from "#server/messages/events.ts"
import { readEvent } from "#server/messages/read-event.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"

export interface RelayParts {
  readonly enqueue: (events: readonly Omit<LoggedEvent, "seq">[]) => Promise<void>
  readonly bus: LiveBus
  readonly clock: Clock
  readonly log: Log
}

export const mostPerRound = 200

export interface Round {
  /** How many rows were moved. */
  readonly moved: number
  /** False: the live bus did not take them, so that its listeners must look into the log. */
  readonly isTold: boolean
}

/**
 * Queue first, mark second, tell third: dying in between repeats the enqueueing, never loses it.
 * A row that cannot be read gets its number and is set aside, so that the log does not stop at it.
 */
export async function relayRound(outbox: OutboxLog, { enqueue, bus, clock, log }: RelayParts): Promise<Round> {
  const rows = await outbox.unpublished(mostPerRound)
  if (rows.length === 0) return { moved: 0, isTold: true }
  const events = rows.flatMap((row) => {
    const event = readEvent(row)
    if (!event) log.error({ eventId: row.eventId, tenantId: row.tenantId, name: row.name }, "an event cannot be read")
    return event ? [event] : []
  })
  await enqueue(events)
  const seqs = await outbox.publish(rows, clock.now())
  const logged = events.flatMap((event) => {
    const seq = seqs.get(event.eventId)
    return seq === undefined ? [] : [{ ...event, seq }]
  })
  return { moved: rows.length, isTold: await isTaken(bus.publish(logged), log) }
}

export function isTaken(telling: Promise<void>, log: Log): Promise<boolean> {
  return telling.then(
    () => true,
    (error: unknown) => {
      log.warn({ err: error }, "the live bus did not take what it was told")
      return false
    },
  )
}
