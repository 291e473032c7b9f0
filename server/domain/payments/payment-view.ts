import type { Money } from "#server/kernel/money.ts"
import type { PaymentStatus } from "./payment-states.ts"

/** For the payer's own page and the merchant's: the secret is null in every other view. */
export interface PaymentView {
  readonly id: string
  readonly status: PaymentStatus
  /** Null until the provider has answered: the page asks again. */
  readonly clientSecret: string | null
  /** The provider's word for the last declined attempt; empty when there was none. */
  readonly failureCode: string
  readonly amount: Money
  /** What went back or is set aside to go back. */
  readonly refunded: Money
  readonly settledAt: Date | null
}
