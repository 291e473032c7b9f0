import { type DueJobs, type JobKey, jobKey, type OpenJob } from "#prisma/outbox-jobs.ts"
import { isJobName } from "#server/messages/jobs.ts"
import { readEvent } from "#server/messages/read-event.ts"
import type { QueueBackend } from "#server/platform/bullmq/queue-backend.ts"
import { type BatchEntry, batchOf, nameOf } from "#workers/runtime/batch.ts"
import { type QueueName, queueOf } from "#workers/runtime/queue-names.ts"
import { jobsOf } from "#workers/subscriptions.ts"

export interface LostParts {
  readonly jobs: DueJobs
  readonly queue: Pick<QueueBackend, "add" | "standOf">
  readonly now: Date
}

export interface SearchPage {
  /** Where the next page begins; undefined: this was the last one. */
  readonly last: OpenJob | undefined
  readonly found: number
}

export const mostPerSearch = 250

/**
 * Looks at one page of the jobs that were asked for until `before` and have not ended: what no queue holds is asked for again, what is
 * dead is noted as ended. A worker notes the end before the queue lets go, so what a queue no longer holds and is still open was lost.
 */
export async function findLost({ jobs, queue, now }: LostParts, before: Date, beyond?: OpenJob): Promise<SearchPage> {
  const open = await jobs.open(before, mostPerSearch, beyond)
  const last = open.length === mostPerSearch ? open.at(-1) : undefined
  const held = await standings(queue, open)
  await jobs.end(open.filter((job) => held(job) === "dead"))
  const missing = open.filter((job) => held(job) === "unknown")
  if (missing.length === 0) return { last, found: 0 }
  const stillOpen = await jobs.stillOpen(missing)
  const lost = missing.filter((job) => stillOpen.has(jobKey(job)))
  const entries = lost.flatMap((job) => entryOf(job, now))
  // Of a program that asked for jobs which this one does not know.
  await jobs.end(lost.filter((job) => entryOf(job, now).length === 0))
  await queue.add(entries)
  return { last, found: entries.length }
}

/** An envelope lies in the entry that it was asked with, or, once it has failed there or was lost before, in one of its own. */
async function standings(queue: LostParts["queue"], open: readonly OpenJob[]) {
  const byCarrier = await standOfAll(queue, open, ({ carrier }) => carrier)
  // Asked second: an entry is only let go when those of its envelopes that failed have theirs.
  const byName = await standOfAll(queue, open, nameOf)
  return (job: OpenJob) => {
    const both = [byCarrier(job), byName(job)]
    return both.includes("held") ? "held" : both.includes("dead") ? "dead" : "unknown"
  }
}

async function standOfAll(queue: LostParts["queue"], open: readonly OpenJob[], idOf: (job: OpenJob) => string) {
  const ids = new Map<QueueName, Set<string>>()
  for (const job of open) {
    const name = queueNameOf(job)
    if (name) ids.set(name, (ids.get(name) ?? new Set()).add(idOf(job)))
  }
  const stands = new Map(
    await Promise.all([...ids].map(async ([name, wanted]) => [name, await queue.standOf(name, [...wanted])] as const)),
  )
  return (job: OpenJob) => {
    const name = queueNameOf(job)
    return (name && stands.get(name)?.get(idOf(job))) ?? "unknown"
  }
}

function queueNameOf({ job }: JobKey): QueueName | undefined {
  return isJobName(job) ? queueOf[job] : undefined
}

function entryOf(open: OpenJob, now: Date): BatchEntry[] {
  const event = readEvent(open)
  const job = event && jobsOf(event).find(({ name }) => name === open.job)
  if (!event || !job) return []
  const { tenantId, eventId } = open
  const dueInMs = open.askedAt.getTime() + (job.afterMs ?? 0) - now.getTime()
  return [batchOf(queueOf[job.name], [{ job: job.name, tenantId, eventId, payload: job.payload }], Math.max(0, dueInMs))]
}
