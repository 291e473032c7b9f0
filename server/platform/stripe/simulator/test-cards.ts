/** How a card behaves: straight through, by way of a challenge, or refused with a code. */
export interface Behaviour {
  readonly challenge?: true
  readonly decline?: { readonly code: string; readonly declineCode?: string; readonly message: string; readonly param?: string }
}

interface TestCard {
  readonly behaviour: string
  readonly brand: string
  readonly funding: string
}

const declined = "Your card was declined."
const generic = { code: "card_declined", declineCode: "generic_decline", message: declined }

const behaviours: Readonly<Record<string, Behaviour>> = {
  success: {},
  challenge: { challenge: true },
  "challenge-then-decline": { challenge: true, decline: generic },
  decline: { decline: generic },
  "insufficient-funds": {
    decline: { code: "card_declined", declineCode: "insufficient_funds", message: "Your card has insufficient funds." },
  },
  "lost-card": { decline: { code: "card_declined", declineCode: "lost_card", message: declined } },
  "stolen-card": { decline: { code: "card_declined", declineCode: "stolen_card", message: declined } },
  expired: { decline: { code: "expired_card", message: "Your card has expired.", param: "exp_month" } },
  "wrong-cvc": { decline: { code: "incorrect_cvc", message: "Your card's security code is incorrect.", param: "cvc" } },
  processing: {
    decline: { code: "processing_error", message: "An error occurred while processing your card. Try again in a little bit." },
  },
  "real-card": {
    decline: {
      code: "card_declined",
      declineCode: "test_mode_live_card",
      message: "Your card was declined. Your request was in test mode, but used a non test card.",
    },
  },
}

/** https://docs.stripe.com/testing: the published numbers, which belong to nobody. */
const cards: Readonly<Record<string, TestCard>> = {
  "4242424242424242": { behaviour: "success", brand: "visa", funding: "credit" },
  "4000056655665556": { behaviour: "success", brand: "visa", funding: "debit" },
  "5555555555554444": { behaviour: "success", brand: "mastercard", funding: "credit" },
  "378282246310005": { behaviour: "success", brand: "amex", funding: "credit" },
  "4000002500003155": { behaviour: "challenge", brand: "visa", funding: "credit" },
  "4000000000003220": { behaviour: "challenge", brand: "visa", funding: "credit" },
  "4000008400001629": { behaviour: "challenge-then-decline", brand: "visa", funding: "credit" },
  "4000000000000002": { behaviour: "decline", brand: "visa", funding: "credit" },
  "4000000000009995": { behaviour: "insufficient-funds", brand: "visa", funding: "credit" },
  "4000000000009987": { behaviour: "lost-card", brand: "visa", funding: "credit" },
  "4000000000009979": { behaviour: "stolen-card", brand: "visa", funding: "credit" },
  "4000000000000069": { behaviour: "expired", brand: "visa", funding: "credit" },
  "4000000000000127": { behaviour: "wrong-cvc", brand: "visa", funding: "credit" },
  "4000000000000119": { behaviour: "processing", brand: "visa", funding: "credit" },
}

/** Ready-made methods for calls from a server, where no card number should pass. */
export const readyMade: Readonly<Record<string, string>> = {
  pm_card_visa: "4242424242424242",
  pm_card_mastercard: "5555555555554444",
  pm_card_amex: "378282246310005",
  pm_card_authenticationRequired: "4000002500003155",
  pm_card_threeDSecure2Required: "4000000000003220",
  pm_card_chargeDeclined: "4000000000000002",
  pm_card_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_chargeDeclinedExpiredCard: "4000000000000069",
  pm_card_chargeDeclinedIncorrectCvc: "4000000000000127",
}

export function testCard(number: string): TestCard {
  return cards[number] ?? { behaviour: "real-card", brand: brandOf(number), funding: "credit" }
}

export function behaviourOf(name: string): Behaviour {
  return behaviours[name] ?? {}
}

export function passesLuhn(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

function brandOf(number: string): string {
  if (number.startsWith("4")) return "visa"
  if (/^(5[1-5]|2[2-7])/.test(number)) return "mastercard"
  return /^3[47]/.test(number) ? "amex" : "unknown"
}
