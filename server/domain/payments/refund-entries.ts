import { type Account, credit, debit, type LedgerEntry } from "#server/domain/ledger/index.ts"
import { type Money, money } from "#server/kernel/money.ts"

/** The sale's accounts of which each refund takes a share; what goes back of the revenue is booked beside it, so that both can be seen. */
const shared: readonly Account[] = ["tax", "shipping", "platform:commission"]

/** Where the shop's part of a sale lies: `payable` once it may be paid out. */
export type SaleSide = "held" | "payable"

/**
 * The part of a sale that a refund takes back, commission included, in proportion. `taken`: what the refunds before it took, net. Each
 * share is what all of them together should have taken less that, so that refunds of the whole take back exactly what was booked,
 * however they were cut and whichever of them came back; `refunds` takes what rounding leaves.
 */
export function refundEntries(
  sold: readonly LedgerEntry[],
  taken: readonly LedgerEntry[],
  amount: Money,
  side: SaleSide,
): LedgerEntry[] {
  const whole = sumOf(sold, "cash:clearing")
  const upTo = amount.minor - sumOf(taken, "cash:clearing")
  if (whole <= 0n || upTo > whole) throw new RangeError("a refund of more than was sold")
  const shares = shared.map((account) => ({ account, minor: (-sumOf(sold, account) * upTo) / whole - sumOf(taken, account) }))
  const rest = amount.minor - shares.reduce((sum, { minor }) => sum + minor, 0n)
  const commission = shares.find(({ account }) => account === "platform:commission")?.minor ?? 0n
  const of = (minor: bigint) => money(minor, amount.currency)
  return [
    credit("cash:clearing", amount),
    ...shares.map(({ account, minor }) => debit(account, of(minor))),
    debit(side, of(amount.minor - commission)),
    credit("receivable", of(amount.minor - commission)),
    debit("refunds", of(rest)),
  ]
}

function sumOf(entries: readonly LedgerEntry[], account: Account): bigint {
  return entries.reduce((sum, entry) => sum + (entry.account === account ? entry.amount.minor : 0n), 0n)
}

/** Takes a refund's booking back; the shop's part goes to where its sale's now lies. */
export function reversed(entries: readonly LedgerEntry[], side: SaleSide): LedgerEntry[] {
  return entries.map(({ account, amount }) => ({
    account: account === "held" || account === "payable" ? side : account,
    amount: money(-amount.minor, amount.currency),
  }))
}
