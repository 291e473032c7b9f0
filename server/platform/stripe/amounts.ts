import { minorDigits } from "#server/kernel/currency.ts"
import { type Money, money } from "#server/kernel/money.ts"
import { GatewayRejected } from "#server/ports/payment-gateway.ts"

/** Stripe keeps two digits for these, whatever ISO 4217 says. https://docs.stripe.com/currencies#special-cases */
const twoDigitsAtStripe: ReadonlySet<string> = new Set(["ISK", "UGX"])
const largest = 99_999_999n

/**
 * The integer and currency that Stripe wants. Three-decimal amounts must end in 0 there.
 * @throws GatewayRejected rather than charge another amount than asked for.
 */
export function toStripeAmount(amount: Money): { amount: number; currency: string } {
  const minor = amount.minor * stripeFactor(amount.currency)
  if (minor <= 0n || minor > largest)
    throw new GatewayRejected(`cannot charge ${minor} ${amount.currency}`, "amount_out_of_range")
  if (minorDigits(amount.currency) === 3 && minor % 10n !== 0n)
    throw new GatewayRejected(`${amount.currency} is charged in steps of ten, not ${minor}`, "amount_not_chargeable")
  return { amount: Number(minor), currency: amount.currency.toLowerCase() }
}

export function fromStripeAmount(amount: number, currency: string): Money {
  const iso = currency.toUpperCase()
  return money(BigInt(amount) / stripeFactor(iso), iso)
}

function stripeFactor(currency: string): bigint {
  return twoDigitsAtStripe.has(currency) && minorDigits(currency) === 0 ? 100n : 1n
}
