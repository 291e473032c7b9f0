import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import type { ProviderNews, ProviderReport } from "#server/ports/payment-gateway.ts"
import { newsAsJson, reportAsJson } from "./provider-report.ts"

/**
 * Keeps what the provider says, by its event id; a worker draws the conclusions. Answers false for a repeat.
 * @throws Error when the report belongs to another shop than the context
 */
export async function reportPayment(ctx: TenantContext, report: ProviderReport | ProviderNews): Promise<boolean> {
  if (report.tenantId !== ctx.tenant.id) throw new Error("a payment report of another tenant")
  return ctx.transact(async (work) => {
    if (!(await store(work, report))) return false
    const { eventId: providerEventId, paymentId } = report
    await work.emit(report.about === "payment" ? "payment.reported" : "refund.reported", { providerEventId, paymentId })
    return true
  })
}

async function store({ sql, tenantId, now }: Work, report: ProviderReport | ProviderNews): Promise<boolean> {
  const body = report.about === "payment" ? reportAsJson(report) : newsAsJson(report)
  const stored = await sql<{ id: string }>`
    insert into provider_event (tenant_id, id, type, body, received_at)
    values (${tenantId}, ${report.eventId}, ${report.type}, ${body}::jsonb, ${now}::timestamptz)
    on conflict do nothing returning id`
  return stored.length > 0
}
