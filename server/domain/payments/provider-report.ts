import { z } from "zod"
import { money } from "#server/kernel/money.ts"
import type { ProviderNews, ProviderReport } from "#server/ports/payment-gateway.ts"

/** A report as it lies in the database: what decisions need, beside the message as it came. */
const storedReport = z.object({
  paymentId: z.string(),
  providerRef: z.string(),
  status: z.enum(["requires_payment_method", "requires_action", "processing", "succeeded", "canceled"]),
  failureCode: z.string().optional(),
  amountMinor: z.string().regex(/^\d+$/).transform(BigInt),
  currency: z.string(),
})

export interface StoredReport extends Pick<ProviderReport, "paymentId" | "providerRef" | "status" | "amount"> {
  readonly failureCode: string
}

export function reportAsJson(report: ProviderReport): string {
  const { paymentId, providerRef, status, failureCode, amount, occurredAt, body } = report
  const { currency } = amount
  return JSON.stringify({
    paymentId,
    providerRef,
    status,
    failureCode,
    amountMinor: amount.minor.toString(),
    currency,
    occurredAt,
    body,
  })
}

export function newsAsJson({ paymentId, occurredAt, body }: ProviderNews): string {
  return JSON.stringify({ paymentId, occurredAt, body })
}

export function parseStoredReport(json: unknown): StoredReport {
  const { paymentId, providerRef, status, failureCode = "", amountMinor, currency } = storedReport.parse(json)
  return { paymentId, providerRef, status, failureCode, amount: money(amountMinor, currency) }
}
