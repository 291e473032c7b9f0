import type { JobName } from "#server/messages/jobs.ts"
import type { Work } from "./work.ts"

/**
 * True the first time that a job sees an event, false at a repeat. The receipt is part of the effect's transaction, so a
 * concurrent repeat waits here until the first run has committed or failed.
 */
export async function once(work: Work, job: JobName, eventId: string): Promise<boolean> {
  const receipts = await work.sql<{ job: string }>`
    insert into job_receipt (tenant_id, job, event_id, at) values (${work.tenantId}, ${job}, ${eventId}, ${work.now})
    on conflict do nothing returning job`
  return receipts.length === 1
}
