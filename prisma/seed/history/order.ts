import { days, hours, minutes } from "#server/kernel/clock.ts"
import { includedPortion, type Money, money, parseDecimal, portion } from "#server/kernel/money.ts"
import type { PlannedShop } from "#prisma/seed/catalog/plan.ts"
import type { Dice } from "#prisma/seed/dice.ts"
import type { ShippingSource, TaxSource } from "#prisma/seed/shops/sources.ts"
import type { Purchase } from "./visits.ts"

export interface ToldOrder {
  readonly id: string
  readonly number: number
  readonly status: "paid" | "shipped" | "cancelled"
  readonly purchase: Purchase
  readonly placedAt: number
  readonly paidAt: number | null
  readonly shippedAt: number | null
  readonly cancelledAt: number | null
  readonly cancelReason: "" | "expired" | "shopper"
  readonly subtotal: bigint
  readonly shipping: bigint
  readonly shippingMethod: string
  readonly tax: bigint
  readonly taxRate: TaxSource | undefined
  readonly total: bigint
}

/** What became of a purchase: six in a hundred are given up, the rest is paid at once and leaves within two days. */
export function tellOrder(shop: PlannedShop, purchase: Purchase, number: number, now: number, luck: Dice): ToldOrder {
  const placedAt = purchase.at
  const id = luck.id("order", placedAt)
  const given = fate(placedAt, now, luck)
  return { id, number, purchase, placedAt, ...given, ...amounts(shop, purchase, luck) }
}

function fate(placedAt: number, now: number, luck: Dice) {
  const unpaid = { paidAt: null, shippedAt: null }
  if (luck.chance(0.06) && placedAt < now - hours(1)) {
    const expired = luck.chance(0.6)
    const cancelledAt = placedAt + (expired ? minutes(15) : minutes(luck.between(2, 9)))
    return { status: "cancelled", ...unpaid, cancelledAt, cancelReason: expired ? "expired" : "shopper" } as const
  }
  const paidAt = placedAt + luck.between(40_000, 180_000)
  const shippedAt = paidAt + hours(luck.between(9, 44))
  const paid = { paidAt, cancelledAt: null, cancelReason: "" } as const
  if (shippedAt > now || (placedAt > now - days(4) && luck.chance(0.15)))
    return { status: "paid", shippedAt: null, ...paid } as const
  return { status: "shipped", shippedAt, ...paid } as const
}

function amounts({ source }: PlannedShop, { visitor, lines }: Purchase, luck: Dice) {
  const { currency } = source
  const subtotal = lines.reduce((sum, { variant, quantity }) => sum + variant.priceMinor * BigInt(quantity), 0n)
  const { country, region } = visitor.place
  const methods = source.shipping.filter(({ countries }) => countries.includes(country))
  const method = (luck.chance(0.15) ? methods[1] : undefined) ?? methods[0]
  const shipping = method ? shippingPrice(method, subtotal, currency) : 0n
  const taxRate =
    source.taxes.find((rate) => rate.country === country && (rate.region ?? "") === region) ??
    source.taxes.find((rate) => rate.country === country && !rate.region)
  const tax = taxRate ? taxOn(money(subtotal + shipping, currency), taxRate).minor : 0n
  const total = subtotal + shipping + (taxRate?.included === false ? tax : 0n)
  return { subtotal, shipping, shippingMethod: method?.name ?? "", tax, taxRate, total }
}

function shippingPrice({ price, freeFrom }: ShippingSource, subtotal: bigint, currency: string): bigint {
  const threshold = freeFrom === undefined ? undefined : parseDecimal(freeFrom, currency)?.minor
  if (threshold !== undefined && subtotal >= threshold) return 0n
  return parseDecimal(price, currency)?.minor ?? 0n
}

function taxOn(amount: Money, rate: TaxSource): Money {
  return rate.included ? includedPortion(amount, rate.basisPoints) : portion(amount, rate.basisPoints)
}
