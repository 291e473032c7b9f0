import type { Money } from "#server/kernel/money.ts"

export const accounts = ["cash:clearing", "revenue", "refunds", "tax", "shipping", "fees", "platform:commission"] as const
export type Account = (typeof accounts)[number]

/** Debits positive, credits negative. */
export interface LedgerEntry {
  readonly account: Account
  readonly amount: Money
}

export const postingKinds = ["payment.settled", "refund.settled", "refund.failed", "provider.fee"] as const
export type PostingKind = (typeof postingKinds)[number]

/** One business fact. `reference` names it within its kind: it is told once. */
export interface Posting {
  readonly kind: PostingKind
  readonly reference: string
  readonly entries: readonly LedgerEntry[]
}

export const debit = (account: Account, amount: Money): LedgerEntry => ({ account, amount })

export function credit(account: Account, amount: Money): LedgerEntry {
  return { account, amount: { minor: -amount.minor, currency: amount.currency } }
}
