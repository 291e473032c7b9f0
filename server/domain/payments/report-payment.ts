import type { TenantContext } from "#server/context/tenant-context.ts"
import type { ProviderReport } from "#server/ports/payment-gateway.ts"
import { reportAsJson } from "./provider-report.ts"

/**
 * Keeps what the provider says, by its event id; a worker draws the conclusions. Answers false for a repeat.
 * @throws Error when the report belongs to another shop than the context
 */
export async function reportPayment(ctx: TenantContext, report: ProviderReport): Promise<boolean> {
  if (report.tenantId !== ctx.tenant.id) throw new Error("a payment report of another tenant")
  return ctx.transact(async (work) => {
    const stored = await work.sql<{ id: string }>`
      insert into provider_event (tenant_id, id, type, body, received_at)
      values (${work.tenantId}, ${report.eventId}, ${report.type}, ${reportAsJson(report)}::jsonb, ${work.now}::timestamptz)
      on conflict do nothing returning id`
    if (stored.length === 0) return false
    await work.emit("payment.reported", { providerEventId: report.eventId, paymentId: report.paymentId })
    return true
  })
}
