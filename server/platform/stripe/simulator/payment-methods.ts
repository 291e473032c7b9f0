import { z } from "zod"
import { badCard, badRequest, noSuch, readParams } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { emailAddress, expand, metadata, text } from "./params.ts"
import type { MethodRecord, Reply } from "./records.ts"
import { passesLuhn, readyMade, testCard } from "./test-cards.ts"
import { digest, newStripeId } from "./tokens.ts"

const address = z.strictObject({
  line1: text(200).optional(),
  line2: text(200).optional(),
  city: text(200).optional(),
  state: text(200).optional(),
  postal_code: text(40).optional(),
  country: text(2).optional(),
})

export const methodParams = z.strictObject({
  type: z.literal("card", { error: "only card is simulated" }),
  card: z.strictObject({ number: text(40), exp_month: text(4), exp_year: text(4), cvc: text(8).optional() }),
  billing_details: z
    .strictObject({
      name: text(200).optional(),
      email: emailAddress.optional(),
      phone: text(60).optional(),
      address: address.optional(),
    })
    .optional(),
  metadata: metadata.optional(),
  expand,
})

export type MethodParams = z.infer<typeof methodParams>

export function postPaymentMethod(call: Call): Reply {
  const record = newMethod(call, readParams(methodParams, call.params))
  return { status: 200, shows: { kind: "method", record } }
}

export function getPaymentMethod(call: Call): Reply {
  const record = call.draft.get("method", call.id)
  if (!record) throw noSuch("PaymentMethod", call.id, "payment_method")
  return { status: 200, shows: { kind: "method", record } }
}

/** A method by its id, or one of Stripe's ready-made ones, which are copied as if they had just been entered. */
export function methodOf(call: Call, id: string): MethodRecord {
  const number = Object.hasOwn(readyMade, id) ? readyMade[id] : undefined
  if (number !== undefined)
    return newMethod(call, { type: "card", card: { number, exp_month: "12", exp_year: "40", cvc: "123" } })
  const known = call.draft.get("method", id)
  if (!known) throw noSuch("PaymentMethod", id, "payment_method", 400)
  return known
}

export function newMethod(call: Call, params: MethodParams): MethodRecord {
  const number = params.card.number.replace(/[\s-]/g, "")
  const { expMonth, expYear } = checkCard(number, params.card, call.now)
  const card = testCard(number)
  const billing = params.billing_details
  const record: MethodRecord = {
    id: newStripeId("pm"),
    created: call.now,
    brand: card.brand,
    last4: number.slice(-4),
    funding: card.funding,
    expMonth,
    expYear,
    fingerprint: digest(`${card.behaviour} ${card.brand} ${number.slice(-4)}`)
      .toString("hex")
      .slice(0, 16),
    hasCvc: params.card.cvc !== undefined,
    behaviour: card.behaviour,
    customerId: null,
    name: billing?.name ?? null,
    email: billing?.email ?? null,
    phone: billing?.phone ?? null,
    postalCode: billing?.address?.postal_code ?? null,
    country: billing?.address?.country ?? null,
    metadata: params.metadata ?? {},
  }
  call.draft.put("method", record)
  return record
}

function checkCard(number: string, card: MethodParams["card"], now: number): { expMonth: number; expYear: number } {
  if (number === "") throw badRequest("Missing required param: card[number].", "parameter_missing", "card[number]")
  if (!/^\d{12,19}$/.test(number)) throw badCard("invalid_number", "The card number is not a valid credit card number.", "number")
  if (!passesLuhn(number)) throw badCard("incorrect_number", "Your card number is incorrect.", "number")
  const expMonth = /^\d{1,2}$/.test(card.exp_month) ? Number(card.exp_month) : 0
  if (expMonth < 1 || expMonth > 12)
    throw badCard("invalid_expiry_month", "Your card's expiration month is invalid.", "exp_month")
  const expYear = fullYear(card.exp_year)
  const today = new Date(now * 1000)
  const thisMonth = today.getUTCFullYear() * 12 + today.getUTCMonth()
  const lastMonth = expYear * 12 + expMonth - 1
  if (lastMonth < thisMonth || lastMonth > thisMonth + 50 * 12)
    throw badCard("invalid_expiry_year", "Your card's expiration year is invalid.", "exp_year")
  if (card.cvc !== undefined && !/^\d{3,4}$/.test(card.cvc))
    throw badCard("invalid_cvc", "Your card's security code is invalid.", "cvc")
  return { expMonth, expYear }
}

function fullYear(typed: string): number {
  if (/^\d{2}$/.test(typed)) return 2000 + Number(typed)
  return /^\d{4}$/.test(typed) ? Number(typed) : 0
}
