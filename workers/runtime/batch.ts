import { createHash } from "node:crypto"
import { z } from "zod"
import { type JobEnvelope, type JobName, jobEnvelope } from "#server/messages/jobs.ts"
import type { QueueEntry } from "#server/platform/bullmq/queue-backend.ts"
import { queueOf } from "./queue-names.ts"

/**
 * What lies in a queue: some envelopes of one kind of job. The queue's own cost is paid per batch, so that a busy second costs
 * little more than a quiet one; each envelope succeeds or fails for itself.
 */
export const batchSchema = z.object({ envelopes: z.array(jobEnvelope).min(1) })
export const mostPerBatch = 16

/** Named by job and event, so that what the relay repeats after a crash is dropped while the first copy is still there. */
export function batchOf(name: JobName, envelopes: readonly JobEnvelope[], delayMs = 0): QueueEntry {
  return { queue: queueOf(name), id: batchId(name, envelopes), name, data: { envelopes }, delayMs }
}

export function batches(name: JobName, envelopes: readonly JobEnvelope[]): QueueEntry[] {
  const entries: QueueEntry[] = []
  for (let from = 0; from < envelopes.length; from += mostPerBatch)
    entries.push(batchOf(name, envelopes.slice(from, from + mostPerBatch)))
  return entries
}

function batchId(name: JobName, envelopes: readonly JobEnvelope[]): string {
  const [only] = envelopes
  if (only && envelopes.length === 1) return `${name}.${only.eventId}`
  const hash = createHash("sha256")
  for (const envelope of envelopes) hash.update(envelope.eventId)
  return `${name}.${hash.digest("base64url")}`
}
