import { allocate, type Money, money } from "#server/kernel/money.ts"

export interface SoldLine {
  readonly quantity: number
  readonly refundedQuantity: number
  readonly totalMinor: bigint
}

export interface SoldOrder {
  readonly currency: string
  readonly lines: readonly SoldLine[]
  readonly shippingMinor: bigint
  readonly taxMinor: bigint
  readonly isTaxIncluded: boolean
}

export interface Returned {
  /** Pieces of each line, in the lines' order. */
  readonly pieces: readonly number[]
  readonly withShipping: boolean
}

/**
 * What the shopper paid for these pieces, and for the shipping, tax included. Counted from the first refunded piece on: piece by piece
 * comes to the same as all at once.
 */
export function refundWorth(order: SoldOrder, { pieces, withShipping }: Returned): Money {
  const paid = paidParts(order)
  const goods = order.lines.reduce((sum, { quantity, refundedQuantity }, index) => {
    const part = paid[index] ?? 0n
    const upTo = (count: number) => (part * BigInt(count)) / BigInt(quantity)
    return sum + upTo(refundedQuantity + (pieces[index] ?? 0)) - upTo(refundedQuantity)
  }, 0n)
  return money(goods + (withShipping ? (paid[order.lines.length] ?? 0n) : 0n), order.currency)
}

/** Lines, then shipping, each with its part of a tax that came on top. */
function paidParts({ lines, shippingMinor, taxMinor, isTaxIncluded, currency }: SoldOrder): bigint[] {
  const bare = [...lines.map(({ totalMinor }) => totalMinor), shippingMinor]
  if (isTaxIncluded || taxMinor === 0n || bare.every((part) => part === 0n)) return bare
  const taxes = allocate(money(taxMinor, currency), bare)
  return bare.map((part, index) => part + (taxes[index]?.minor ?? 0n))
}
