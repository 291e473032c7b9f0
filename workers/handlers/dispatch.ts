import type { TenantContext } from "#server/context/tenant-context.ts"
import { branded } from "#server/kernel/brand.ts"
import { type JobEnvelope, type JobName, type JobPayload, jobSchemas } from "#server/messages/jobs.ts"
import { hopeless } from "#server/platform/bullmq/job-options.ts"
import type { Handlers } from "./handlers.ts"

/** Reads the payload and makes the call. @throws what ends the job at once when the payload is not of its kind. */
export async function dispatch<N extends JobName>(
  handlers: Handlers,
  name: N,
  ctx: TenantContext,
  { payload, eventId }: JobEnvelope,
): Promise<void> {
  const parsed = jobSchemas[name].safeParse(payload)
  if (!parsed.success) throw hopeless(`the payload of ${name} is malformed: ${parsed.error.message}`)
  await handlers[name](ctx, branded<JobPayload<N>>(parsed.data), eventId)
}
