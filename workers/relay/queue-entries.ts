import type { LoggedEvent } from "#server/messages/events.ts"
import type { JobEnvelope } from "#server/messages/jobs.ts"
import type { QueueEntry } from "#server/platform/bullmq/queue-backend.ts"
import { batches } from "#workers/runtime/batch.ts"
import { type QueueName, queueOf } from "#workers/runtime/queue-names.ts"
import { jobsOf } from "#workers/subscriptions.ts"

/** What these events set in motion, as it goes into the queues. The same events give the same entries. */
export function entriesOf(events: readonly Omit<LoggedEvent, "seq">[]): QueueEntry[] {
  const byQueue = new Map<QueueName, JobEnvelope[]>()
  for (const { name, payload, tenantId, eventId } of events) {
    for (const job of jobsOf({ name, payload })) {
      const list = byQueue.get(queueOf[job.name]) ?? []
      list.push({ job: job.name, tenantId, eventId, payload: job.payload })
      byQueue.set(queueOf[job.name], list)
    }
  }
  return [...byQueue].flatMap(([queue, envelopes]) => batches(queue, envelopes))
}
