import { minorDigits } from "#server/kernel/currency.ts"

export interface ShippingDefault {
  readonly name: string
  readonly priceMinor: bigint
  readonly freeFromMinor: bigint | null
  readonly minDays: number
  readonly maxDays: number
}

const names: Readonly<Record<string, readonly [standard: string, express: string]>> = {
  en: ["Standard", "Express"],
  de: ["Standardversand", "Expressversand"],
  zh: ["标准配送", "特快配送"],
}

/** Roughly a euro's worth in each currency, in major units: the defaults are prices that a person would expect. */
const euroWorth: Readonly<Record<string, number>> = { JPY: 150, CNY: 8, SEK: 10 }

/** The two ways of delivery with which a shop starts, in its language and currency. */
export function shippingDefaults(language: string, currency: string): readonly ShippingDefault[] {
  const [standard, express] = names[language] ?? ["Standard", "Express"]
  const unit = BigInt(euroWorth[currency] ?? 1) * 10n ** BigInt(minorDigits(currency))
  return [
    { name: standard, priceMinor: unit * 5n, freeFromMinor: unit * 75n, minDays: 2, maxDays: 5 },
    { name: express, priceMinor: unit * 15n, freeFromMinor: null, minDays: 1, maxDays: 2 },
  ]
}
