import { once } from "#server/context/once.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { OrderView } from "#server/domain/orders/index.ts"
import type { JobName } from "#server/messages/jobs.ts"
import { asHtml, asText, type Letter } from "./letter.ts"

/** What is on its way to whom, and because of what. */
export interface Sending {
  readonly job: JobName
  readonly eventId: string
  readonly order: OrderView
  readonly letter: Letter
}

/**
 * A mail cannot be taken back, and a crash between sending and noting it must not lose it: it is sent first, under a key that lets
 * the transport recognise a repeat, and noted after.
 */
export async function sendLetter(ctx: TenantContext, { job, eventId, order, letter }: Sending): Promise<void> {
  await ctx.ports.mail.send(ctx.tenant.id, {
    to: order.email,
    fromName: ctx.tenant.name,
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter, order.language),
    key: `${job}.${eventId}`,
  })
  await ctx.transact((work) => once(work, job, eventId))
}

export async function wasSent(ctx: TenantContext, job: JobName, eventId: string): Promise<boolean> {
  const receipts = await ctx.read(
    ({ sql, tenantId }) => sql<{ job: string }>`
      select job from job_receipt where tenant_id = ${tenantId} and job = ${job} and event_id = ${eventId}`,
  )
  return receipts.length > 0
}
