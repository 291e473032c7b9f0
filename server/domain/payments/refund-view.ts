import type { Money } from "#server/kernel/money.ts"
import type { RefundStatus } from "./refund-states.ts"

/**
 * merchant: the shop gave it; paid-too-late: the goods were gone when the money came; order-cancelled: it came for an order that
 * somebody had cancelled; provider: it was made in the provider's own pages.
 */
export const refundReasons = ["merchant", "paid-too-late", "order-cancelled", "provider"] as const
export type RefundReason = (typeof refundReasons)[number]

export function refundReasonOf(text: string): RefundReason {
  return refundReasons.find((known) => known === text) ?? "provider"
}

export interface RefundView {
  readonly id: string
  readonly status: RefundStatus
  readonly reason: RefundReason
  readonly amount: Money
  readonly note: string
  /** The provider's word for why it did not go; empty otherwise. */
  readonly failureCode: string
  readonly requestedAt: Date
  readonly settledAt: Date | null
}
