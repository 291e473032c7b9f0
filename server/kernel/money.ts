import { branded } from "./brand.ts"
import { type Currency, minorDigits } from "./currency.ts"

/** An amount in the smallest unit of its currency (cents, yen, fils). Never a float. */
export interface Money {
  readonly minor: bigint
  readonly currency: Currency
}

export function money(minor: bigint | number, currency: Currency): Money {
  return { minor: BigInt(minor), currency }
}

export function add(a: Money, b: Money): Money {
  return { minor: a.minor + sameCurrency(a, b).minor, currency: a.currency }
}

export function times(a: Money, count: number): Money {
  return { minor: a.minor * BigInt(count), currency: a.currency }
}

export function total(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, money(0n, currency))
}

/** Rounds half away from zero, as invoices do. `basisPoints`: 1900 is 19 %. */
export function portion(a: Money, basisPoints: number): Money {
  return { minor: divideRounded(a.minor * BigInt(basisPoints), 10_000n), currency: a.currency }
}

/** The tax contained in an amount that already includes it: amount × r / (1 + r). */
export function includedPortion(a: Money, basisPoints: number): Money {
  return { minor: divideRounded(a.minor * BigInt(basisPoints), 10_000n + BigInt(basisPoints)), currency: a.currency }
}

/**
 * Splits an amount in proportion to weights without losing a unit: shares are rounded down and the rest goes,
 * one unit each, to the largest remainders (ties to the earlier). The shares always add up to the amount.
 * @throws RangeError when no weight is positive or one is negative.
 */
export function allocate(amount: Money, weights: readonly bigint[]): Money[] {
  const sum = weights.reduce((a, b) => a + b, 0n)
  if (sum <= 0n || weights.some((w) => w < 0n)) throw new RangeError("allocate needs a positive weight and no negative one")
  const sign = amount.minor < 0n ? -1n : 1n
  const size = amount.minor * sign
  const shares = weights.map((w, index) => ({ index, share: (size * w) / sum, rest: (size * w) % sum }))
  let left = size - shares.reduce((a, s) => a + s.share, 0n)
  for (const s of [...shares].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))) {
    if (left === 0n) break
    s.share += 1n
    left -= 1n
  }
  return shares.map((s) => ({ minor: s.share * sign, currency: amount.currency }))
}

/** For people, in their language: "€ 12,50", "¥1,200". */
export function formatMoney(amount: Money, language: string): string {
  // Intl takes decimal text without loss; a Number would lose units above 2^53.
  return formatOf(language, amount.currency).format(decimalText(amount))
}

// Making one costs as much as fifty uses, and a page of goods has that many prices.
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(language: string, currency: Currency): Intl.NumberFormat {
  const key = `${language} ${currency}`
  const digits = { minimumFractionDigits: minorDigits(currency), maximumFractionDigits: minorDigits(currency) }
  const format = formats.get(key) ?? new Intl.NumberFormat(language, { style: "currency", currency, ...digits })
  formats.set(key, format)
  return format
}

/** Plain decimal text, "12.50", for form fields and exports. */
export function decimalText(amount: Money): `${number}` {
  const scale = minorDigits(amount.currency)
  const negative = amount.minor < 0n
  const size = (negative ? -amount.minor : amount.minor).toString().padStart(scale + 1, "0")
  const whole = size.slice(0, size.length - scale)
  const text = scale === 0 ? whole : `${whole}.${size.slice(size.length - scale)}`
  return branded<`${number}`>(negative ? `-${text}` : text)
}

/** Reads what a person typed in a price field ("12", "12.5", "12,50"); `undefined` when it is no exact amount of that currency. */
export function parseDecimal(text: string, currency: Currency): Money | undefined {
  const scale = minorDigits(currency)
  const match = /^(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(text.trim())
  if (!match || (match[2] ?? "").length > scale) return undefined
  return money(BigInt((match[1] ?? "0") + (match[2] ?? "").padEnd(scale, "0")), currency)
}

function divideRounded(n: bigint, d: bigint): bigint {
  const sign = n < 0n ? -1n : 1n
  return sign * ((n * sign * 2n + d) / (d * 2n))
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot mix ${a.currency} and ${b.currency}`)
  return b
}
