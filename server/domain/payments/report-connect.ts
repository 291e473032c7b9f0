import type { TenantContext } from "#server/context/tenant-context.ts"
import type { ConnectNews } from "#server/ports/payment-gateway.ts"

/**
 * Keeps what the provider says of a shop's account, by its event id; a worker asks how things stand. Answers false when the account is
 * not this shop's, whatever names stand in the message: then nothing is written.
 */
export function reportConnect(ctx: TenantContext, news: ConnectNews): Promise<boolean> {
  if (news.tenantId !== ctx.tenant.id) throw new Error("a report of another tenant's account")
  const { eventId, type, account, about, subjectRef, occurredAt, body } = news
  return ctx.transact(async ({ sql, tenantId, now, emit }) => {
    const [own] = await sql<{ ref: string }>`
      select provider_ref as ref from payout_account where tenant_id = ${tenantId} and provider_ref = ${account}`
    if (!own) return false
    const stored = await sql<{ id: string }>`
      insert into provider_event (tenant_id, id, type, body, received_at)
      values (${tenantId}, ${eventId}, ${type}, ${JSON.stringify({ account, subjectRef, occurredAt, body })}::jsonb, ${now}::timestamptz)
      on conflict do nothing returning id`
    if (stored.length > 0) await emit(`${about}.reported`, { providerEventId: eventId, subjectRef })
    return true
  })
}
