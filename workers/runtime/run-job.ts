import { type JobEnvelope, type JobName, isJobName } from "#server/messages/jobs.ts"
import { isRefusal } from "#server/messages/refusals.ts"
import { hopeless } from "#server/platform/bullmq/job-options.ts"
import type { QueueBackend, TakenJob } from "#server/platform/bullmq/queue-backend.ts"
import type { JobKey } from "#prisma/outbox-jobs.ts"
import { batchOf, batchSchema } from "./batch.ts"
import { atOncePerBatch, type QueueName } from "./queue-names.ts"

export type RunEnvelope = (name: JobName, envelope: JobEnvelope) => Promise<void>

export interface JobParts {
  readonly backend: Pick<QueueBackend, "add">
  readonly queue: QueueName
  readonly run: RunEnvelope
  /** Notes that these have ended well, before the queue lets go of them. */
  readonly ended: (keys: readonly JobKey[]) => Promise<void>
}

const secondChanceMs = 1_000

/**
 * Runs a batch's envelopes, a few side by side. One that fails alone fails the job, which the queue tries again; one that fails in
 * company gets a job of its own, so that its neighbours are not repeated for its sake. @throws for the queue to judge.
 */
export async function runJob({ backend, queue, run, ended }: JobParts, job: TakenJob): Promise<void> {
  const batch = batchSchema.safeParse(job.data)
  if (!batch.success) throw hopeless(`the batch ${job.name} is malformed`)

  const { envelopes } = batch.data
  const waiting = [...envelopes]
  const failed: JobEnvelope[] = []
  const done: JobEnvelope[] = []
  let fault: unknown
  const hand = async () => {
    for (let envelope = waiting.shift(); envelope; envelope = waiting.shift()) {
      try {
        if (!isJobName(envelope.job)) throw hopeless(`there is no job named ${envelope.job}`)
        await run(envelope.job, envelope)
        done.push(envelope)
      } catch (error) {
        fault = error
        failed.push(envelope)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOncePerBatch, envelopes.length) }, hand))
  if (done.length > 0) await ended(done)
  if (failed.length === 0) return
  if (envelopes.length === 1) throw verdict(fault)
  await backend.add(failed.map((envelope) => batchOf(queue, [envelope], secondChanceMs)))
}

/** The business's no does not turn into a yes by asking again; only a provider that was away may come back. */
function verdict(fault: unknown): Error {
  const error = fault instanceof Error ? fault : new Error(String(fault))
  if (isRefusal(fault) && fault.code !== "payments.unavailable") return hopeless(`refused: ${fault.code}`)
  return error
}
