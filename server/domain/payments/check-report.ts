import type { StoredReport } from "./provider-report.ts"

export interface ExpectedPayment {
  readonly id: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly providerRef: string | null
}

/** A report may move our row only when it speaks of the same intent and the same money. @throws Error */
export function checkReport(payment: ExpectedPayment, report: StoredReport): void {
  const isSame =
    report.paymentId === payment.id &&
    report.providerRef === payment.providerRef &&
    report.amount.minor === payment.amountMinor &&
    report.amount.currency === payment.currency
  if (!isSame) throw new Error(`the provider's report on ${payment.id} does not match our payment`)
}
