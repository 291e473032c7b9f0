import type { TenantContext } from "#server/context/tenant-context.ts"
import type { ConnectNews, ProviderNews, ProviderReport } from "#server/ports/payment-gateway.ts"
import { reportConnect } from "./report-connect.ts"
import { reportPayment } from "./report-payment.ts"

/** Keeps any verified message of the provider's. False: it came for an account that is not the shop's; refuse it. */
export async function takeReport(ctx: TenantContext, report: ProviderReport | ProviderNews | ConnectNews): Promise<boolean> {
  if ("account" in report) return reportConnect(ctx, report)
  await reportPayment(ctx, report)
  return true
}
