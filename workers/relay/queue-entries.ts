import type { LoggedEvent } from "#server/messages/events.ts"
import type { JobEnvelope, JobName } from "#server/messages/jobs.ts"
import type { OpenQueue, QueueEntry } from "#server/platform/bullmq/queue-backend.ts"
import { batches } from "#workers/runtime/batch.ts"
import { concurrencyOf, type QueueName, queueOf } from "#workers/runtime/queue-names.ts"
import { jobsOf } from "#workers/subscriptions.ts"

export type Queues = { readonly [Q in QueueName]: OpenQueue }

/** Adds what these events set in motion. All of it lies in the queues when it resolves; a repeat is harmless. */
export async function enqueue(queues: Queues, events: readonly Omit<LoggedEvent, "seq">[]): Promise<void> {
  const entries = new Map<QueueName, QueueEntry[]>()
  for (const [name, envelopes] of envelopesByJob(events)) {
    const queue = queueOf(name)
    const list = entries.get(queue) ?? []
    list.push(...batches(name, envelopes, concurrencyOf[queue]))
    entries.set(queue, list)
  }
  await Promise.all([...entries].map(([queue, list]) => queues[queue].add(list)))
}

function envelopesByJob(events: readonly Omit<LoggedEvent, "seq">[]): Map<JobName, JobEnvelope[]> {
  const byJob = new Map<JobName, JobEnvelope[]>()
  for (const event of events) {
    for (const job of jobsOf(event)) {
      const list = byJob.get(job.name) ?? []
      list.push({ tenantId: event.tenantId, eventId: event.eventId, payload: job.payload })
      byJob.set(job.name, list)
    }
  }
  return byJob
}
