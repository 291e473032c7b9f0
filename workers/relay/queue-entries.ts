import type { LoggedEvent } from "#server/messages/events.ts"
import type { JobEnvelope } from "#server/messages/jobs.ts"
import { type BatchEntry, batches } from "#workers/runtime/batch.ts"
import { type QueueName, queueOf } from "#workers/runtime/queue-names.ts"
import { jobsOf } from "#workers/subscriptions.ts"

/** What these events set in motion, as it goes into the queues. The same events give the same entries. */
export function entriesOf(events: readonly Omit<LoggedEvent, "seq">[]): BatchEntry[] {
  const groups = new Map<string, Group>()
  for (const { name, payload, tenantId, eventId } of events) {
    for (const job of jobsOf({ name, payload })) {
      const { afterMs = 0 } = job
      const queue = queueOf[job.name]
      const group = groups.get(`${queue} ${afterMs}`) ?? { queue, afterMs, envelopes: [] }
      group.envelopes.push({ job: job.name, tenantId, eventId, payload: job.payload })
      groups.set(`${queue} ${afterMs}`, group)
    }
  }
  return [...groups.values()].flatMap(({ queue, afterMs, envelopes }) => batches(queue, envelopes, afterMs))
}

/** What goes to one queue at one time. */
interface Group {
  readonly queue: QueueName
  readonly afterMs: number
  readonly envelopes: JobEnvelope[]
}
