import { credit, debit, type LedgerEntry } from "#server/domain/ledger/index.ts"
import { allocate, type Money, money } from "#server/kernel/money.ts"

export interface SettledOrder {
  readonly subtotal: Money
  readonly shipping: Money
  readonly tax: Money
  readonly isTaxIncluded: boolean
  readonly total: Money
  /** As the order carries it. */
  readonly commission: Money
}

/**
 * The shopper's money came in. The platform has it, keeps its commission and owes the rest to the shop, which does not get it yet; the
 * shop earned it, and has tax and carrier to pay of it.
 * Where prices contain the tax it is taken out of goods and shipping in proportion, without losing a unit.
 */
export function settlementEntries(order: SettledOrder): LedgerEntry[] {
  const { total, tax, shipping, commission } = order
  const netShipping = money(shipping.minor - taxInShipping(order).minor, total.currency)
  const due = money(total.minor - commission.minor, total.currency)
  const revenue = money(due.minor - tax.minor - netShipping.minor, total.currency)
  return [
    debit("cash:clearing", total),
    credit("platform:commission", commission),
    credit("held", due),
    debit("receivable", due),
    credit("revenue", revenue),
    credit("shipping", netShipping),
    credit("tax", tax),
  ]
}

function taxInShipping({ isTaxIncluded, tax, subtotal, shipping }: SettledOrder): Money {
  const none = money(0n, tax.currency)
  if (!isTaxIncluded || subtotal.minor + shipping.minor <= 0n) return none
  return allocate(tax, [subtotal.minor, shipping.minor])[1] ?? none
}
