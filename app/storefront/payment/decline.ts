import type { TextKey } from "#app/text/catalogue.ts"

type DeclineKey = Extract<TextKey<"storefront">, `payment.decline.${string}`>

/** The provider's words for what went wrong, and ours. https://docs.stripe.com/declines/codes */
const words: Readonly<Record<string, DeclineKey>> = {
  card_declined: "payment.decline.generic",
  generic_decline: "payment.decline.generic",
  do_not_honor: "payment.decline.generic",
  transaction_not_allowed: "payment.decline.generic",
  insufficient_funds: "payment.decline.funds",
  withdrawal_count_limit_exceeded: "payment.decline.funds",
  expired_card: "payment.decline.expired",
  invalid_expiry_month: "payment.decline.expired",
  invalid_expiry_year: "payment.decline.expired",
  incorrect_cvc: "payment.decline.cvc",
  invalid_cvc: "payment.decline.cvc",
  incorrect_number: "payment.decline.number",
  invalid_number: "payment.decline.number",
  lost_card: "payment.decline.lost",
  stolen_card: "payment.decline.lost",
  pickup_card: "payment.decline.lost",
  restricted_card: "payment.decline.lost",
  fraudulent: "payment.decline.lost",
  processing_error: "payment.decline.processing",
  try_again_later: "payment.decline.processing",
  issuer_not_available: "payment.decline.processing",
  authentication_required: "payment.decline.authentication",
  payment_intent_authentication_failure: "payment.decline.authentication",
  test_mode_live_card: "payment.decline.test-card",
  network: "payment.decline.network",
}

/** A thief's card is told no more than a lost one's. */
export function declineKey(code: string): DeclineKey {
  return Object.hasOwn(words, code) ? (words[code] ?? "payment.decline.unknown") : "payment.decline.unknown"
}

const fields: Readonly<Record<string, "number" | "expiry" | "cvc">> = {
  number: "number",
  "card[number]": "number",
  exp_month: "expiry",
  exp_year: "expiry",
  cvc: "cvc",
}

/** Which field of the card the provider means, if any. */
export function declinedField(param: string | undefined): "number" | "expiry" | "cvc" | undefined {
  return param !== undefined && Object.hasOwn(fields, param) ? fields[param] : undefined
}
