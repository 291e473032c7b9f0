import type { Money } from "#server/kernel/money.ts"

/**
 * The platform's books of a shop: what lies at the provider, what of it is commission, and what is owed to the shop: `held` until a sale
 * may be paid out, `payable` from then on. `cash:connected` is what was sent to the shop's own account there. The shop's own: `receivable` mirrors what it is owed; the rest is what it earned and spent.
 */
export const accounts = [
  ...(["cash:clearing", "platform:commission", "held", "payable", "cash:connected"] as const),
  ...(["receivable", "revenue", "refunds", "tax", "shipping", "fees"] as const),
] as const
export type Account = (typeof accounts)[number]

/** Debits positive, credits negative. */
export interface LedgerEntry {
  readonly account: Account
  readonly amount: Money
}

export const postingKinds = [
  ...(["payment.settled", "refund.settled", "refund.failed", "provider.fee"] as const),
  /** `sale.carried`: the shop's part of what was sold before there were accounts for it. */
  ...(["transfer.sent", "transfer.reversed"] as const),
  ...(["sale.released", "sale.carried"] as const),
] as const
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
