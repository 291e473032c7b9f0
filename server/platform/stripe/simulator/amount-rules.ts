import { minorDigits } from "#server/kernel/currency.ts"
import { badRequest } from "./api-fault.ts"

/** https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts; half a dollar's worth where nothing is listed. */
const smallest: Readonly<Record<string, number>> = {
  usd: 50,
  eur: 50,
  gbp: 30,
  chf: 50,
  jpy: 50,
  cny: 400,
  kwd: 160,
  sek: 300,
  aud: 50,
  cad: 50,
  dkk: 250,
  nok: 300,
  pln: 200,
  mxn: 1000,
}
const largest = 99_999_999

export function checkAmount(amount: number, currency: string): void {
  if (!/^[a-z]{3}$/.test(currency))
    throw badRequest(`Invalid currency: ${currency.slice(0, 20)}.`, "invalid_currency", "currency")
  if (amount < 1) throw badRequest("Invalid positive integer", "parameter_invalid_integer", "amount")
  if (minorDigits(currency.toUpperCase()) === 3 && amount % 10 !== 0)
    throw badRequest("Three-decimal amounts must be rounded to the nearest ten.", "parameter_invalid_integer", "amount")
  const least = smallest[currency] ?? 50
  if (amount < least)
    throw badRequest(`Amount must be at least ${least} in ${currency}'s smallest unit.`, "amount_too_small", "amount")
  if (amount > largest)
    throw badRequest(`Amount must be no more than ${largest} in ${currency}'s smallest unit.`, "amount_too_large", "amount")
}
