import { createHash } from "node:crypto"
import { z } from "zod"
import { type JobEnvelope, jobEnvelope } from "#server/messages/jobs.ts"
import type { QueueEntry } from "#server/platform/bullmq/queue-backend.ts"
import type { QueueName } from "./queue-names.ts"

/**
 * What lies in a queue: some envelopes. The queue's own cost is paid per batch, so that a busy second costs little more than a
 * quiet one; each envelope succeeds or fails for itself.
 */
export const batchSchema = z.object({ envelopes: z.array(jobEnvelope).min(1) })
export const mostPerBatch = 16

export interface BatchEntry extends QueueEntry {
  readonly data: { readonly envelopes: readonly JobEnvelope[] }
}

/** Named by jobs and events, so that what the relay repeats after a crash is dropped while the first copy is still there. */
export function batchOf(queue: QueueName, envelopes: readonly JobEnvelope[], delayMs = 0): BatchEntry {
  const [only] = envelopes
  const isSingle = only !== undefined && envelopes.length === 1
  const name = isSingle ? only.job : `${queue}.batch`
  return { queue, id: isSingle ? nameOf(only) : `${name}.${digest(envelopes)}`, name, data: { envelopes }, delayMs }
}

export function batches(queue: QueueName, envelopes: readonly JobEnvelope[], delayMs = 0): BatchEntry[] {
  const entries: BatchEntry[] = []
  for (let from = 0; from < envelopes.length; from += mostPerBatch)
    entries.push(batchOf(queue, envelopes.slice(from, from + mostPerBatch), delayMs))
  return entries
}

/** The id of the entry that carries this envelope alone. */
export const nameOf = ({ job, eventId }: Pick<JobEnvelope, "job" | "eventId">): string => `${job}.${eventId}`

function digest(envelopes: readonly JobEnvelope[]): string {
  const hash = createHash("sha256")
  for (const envelope of envelopes) hash.update(`${nameOf(envelope)}\n`)
  return hash.digest("base64url")
}
