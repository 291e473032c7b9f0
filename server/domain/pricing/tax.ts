import { includedPortion, type Money, money, portion } from "#server/kernel/money.ts"
import type { TaxLine } from "./quote-view.ts"

export interface Rate {
  readonly name: string
  readonly basisPoints: number
  readonly included: boolean
}

/** Shipping is taxed as the goods are, so the amount is goods and shipping together, rounded once. */
export function taxOn(amount: Money, rate: Rate | null): TaxLine {
  if (!rate) return { name: "", amount: money(0n, amount.currency), included: false, basisPoints: 0 }
  const tax = rate.included ? includedPortion(amount, rate.basisPoints) : portion(amount, rate.basisPoints)
  return { name: rate.name, amount: tax, included: rate.included, basisPoints: rate.basisPoints }
}
