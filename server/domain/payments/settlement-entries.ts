import { credit, debit, type LedgerEntry } from "#server/domain/ledger/index.ts"
import { allocate, type Money, money, portion } from "#server/kernel/money.ts"

export interface SettledOrder {
  readonly subtotal: Money
  readonly shipping: Money
  readonly tax: Money
  readonly isTaxIncluded: boolean
  readonly total: Money
}

/**
 * The shopper's money came in: it belongs to the tax office, the carrier's account, the platform, and the rest to the shop.
 * Where prices contain the tax it is taken out of goods and shipping in proportion, without losing a unit.
 */
export function settlementEntries(order: SettledOrder, commissionBps: number): LedgerEntry[] {
  const { total, tax, subtotal, shipping } = order
  const commission = portion(subtotal, commissionBps)
  const netShipping = money(shipping.minor - taxInShipping(order).minor, total.currency)
  const revenue = money(total.minor - tax.minor - netShipping.minor - commission.minor, total.currency)
  return [
    debit("cash:clearing", total),
    credit("revenue", revenue),
    credit("shipping", netShipping),
    credit("tax", tax),
    credit("platform:commission", commission),
  ]
}

function taxInShipping({ isTaxIncluded, tax, subtotal, shipping }: SettledOrder): Money {
  const none = money(0n, tax.currency)
  if (!isTaxIncluded || subtotal.minor + shipping.minor <= 0n) return none
  return allocate(tax, [subtotal.minor, shipping.minor])[1] ?? none
}
