import { type Account, credit, debit, type LedgerEntry } from "#server/domain/ledger/index.ts"
import { type Money, money } from "#server/kernel/money.ts"

/** What goes back of the revenue is booked beside it, so that both can be seen; it also takes what rounding leaves. */
const remainder: Account = "revenue"
const beside: Account = "refunds"

/**
 * The part of a sale that a refund takes back, commission included, in proportion. `taken`: what the refunds before it took, net. Each
 * share is what all of them together should have taken less that, so that refunds of the whole take back exactly what was booked,
 * however they were cut and whichever of them came back.
 */
export function refundEntries(sold: readonly LedgerEntry[], taken: readonly LedgerEntry[], amount: Money): LedgerEntry[] {
  const whole = sumOf(sold, "cash:clearing")
  const upTo = amount.minor - sumOf(taken, "cash:clearing")
  if (whole <= 0n || upTo > whole) throw new RangeError("a refund of more than was sold")
  const shares = sold
    .filter(({ account }) => account !== "cash:clearing" && account !== remainder)
    .map(({ account, amount: { minor } }) => ({ account, minor: (-minor * upTo) / whole - sumOf(taken, account) }))
  const rest = amount.minor - shares.reduce((sum, { minor }) => sum + minor, 0n)
  const of = (minor: bigint) => money(minor, amount.currency)
  return [
    credit("cash:clearing", amount),
    debit(beside, of(rest)),
    ...shares.map(({ account, minor }) => debit(account, of(minor))),
  ]
}

function sumOf(entries: readonly LedgerEntry[], account: Account): bigint {
  return entries.reduce((sum, entry) => sum + (entry.account === account ? entry.amount.minor : 0n), 0n)
}

export function reversed(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.map(({ account, amount }) => ({ account, amount: money(-amount.minor, amount.currency) }))
}
