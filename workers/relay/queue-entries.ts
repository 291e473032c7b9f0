import type { LoggedEvent } from "#server/messages/events.ts"
import type { JobEnvelope, JobName } from "#server/messages/jobs.ts"
import type { QueueEntry } from "#server/platform/bullmq/queue-backend.ts"
import { batches } from "#workers/runtime/batch.ts"
import { jobsOf } from "#workers/subscriptions.ts"

/** What these events set in motion, as it goes into the queues. The same events give the same entries. */
export function entriesOf(events: readonly Omit<LoggedEvent, "seq">[]): QueueEntry[] {
  const byJob = new Map<JobName, JobEnvelope[]>()
  for (const event of events) {
    for (const job of jobsOf(event)) {
      const list = byJob.get(job.name) ?? []
      list.push({ tenantId: event.tenantId, eventId: event.eventId, payload: job.payload })
      byJob.set(job.name, list)
    }
  }
  return [...byJob].flatMap(([name, envelopes]) => batches(name, envelopes))
}
