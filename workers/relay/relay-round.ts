import type { DueJob } from "#prisma/outbox-jobs.ts"
import type { OutboxLog } from "#prisma/outbox-log.ts"
import type { Clock } from "#server/kernel/clock.ts"
import type { Log } from "#server/kernel/log.ts"
import type { LoggedEvent } from "#server/messages/events.ts"
import { readEvent } from "#server/messages/read-event.ts"
import type { QueueBackend } from "#server/platform/bullmq/queue-backend.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import type { BatchEntry } from "#workers/runtime/batch.ts"
import { entriesOf } from "./queue-entries.ts"

export interface RelayParts {
  readonly queue: Pick<QueueBackend, "add" | "standOf" | "memory">
  readonly bus: LiveBus
  readonly clock: Clock
  readonly log: Log
  /** Told for what the platform's role is used. */
  onUse(purpose: string): void
}

export const mostPerRound = 200

export interface Round {
  /** How many rows were moved. */
  readonly moved: number
  /** False: the live bus did not take them, so that its listeners must look into the log. */
  readonly isTold: boolean
  /** False: the queues did not take their jobs, which must be looked for. */
  readonly isQueued: boolean
}

/**
 * Mark first, with a note of the jobs that are due; tell second, queue third. Dying in between loses neither: the next leader has
 * everybody look into the log, and looks for the jobs that no queue holds.
 * A row that cannot be read gets its number and is set aside, so that the log does not stop at it.
 */
export async function relayRound(
  outbox: OutboxLog,
  { queue, bus, clock, log, onUse }: RelayParts,
  mayQueue = true,
): Promise<Round> {
  const rows = await outbox.unpublished(mostPerRound)
  if (rows.length === 0) return { moved: 0, isTold: true, isQueued: true }
  onUse("relay.publish")
  const events = rows.flatMap((row) => {
    const event = readEvent(row)
    if (!event) log.error({ eventId: row.eventId, tenantId: row.tenantId, name: row.name }, "an event cannot be read")
    return event ? [event] : []
  })
  const entries = entriesOf(events)
  const seqs = await outbox.publish(rows, clock.now(), entries.flatMap(dueJobsIn))
  const logged: LoggedEvent[] = events.flatMap((event) => {
    const seq = seqs.get(event.eventId)
    return seq === undefined ? [] : [{ ...event, seq }]
  })
  const isTold = await isTaken(bus.publish(logged), log, "the live bus did not take what it was told")
  const isQueued = mayQueue && (await isTaken(queue.add(entries), log, "the queues did not take the jobs"))
  return { moved: rows.length, isTold, isQueued: isQueued || entries.length === 0 }
}

function dueJobsIn({ id, data }: BatchEntry): DueJob[] {
  return data.envelopes.map(({ tenantId, eventId, job }) => ({ tenantId, eventId, job, carrier: id }))
}

export function isTaken(giving: Promise<void>, log: Log, words: string): Promise<boolean> {
  return giving.then(
    () => true,
    (error: unknown) => {
      log.warn({ err: error }, words)
      return false
    },
  )
}
