import { z } from "zod"
import { badRequest, noSuch, readParams } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { expand, integer, mergedMetadata, metadata, text } from "./params.ts"
import type { ChargeRecord, RefundRecord, Reply } from "./records.ts"
import { newStripeId } from "./tokens.ts"
import { recordTransaction } from "./transactions.ts"

const refundParams = z.strictObject({
  charge: text(80).optional(),
  payment_intent: text(80).optional(),
  amount: integer.optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  metadata: metadata.optional(),
  expand,
})

export function postRefund(call: Call): Reply {
  const wanted = readParams(refundParams, call.params)
  const charge = refundableCharge(call, wanted.charge, wanted.payment_intent)
  const amount = checkedAmount(charge, wanted.amount)
  const id = newStripeId("re")
  const { currency, description } = charge
  const record: RefundRecord = {
    id,
    chargeId: charge.id,
    intentId: charge.intentId,
    amount,
    currency,
    created: call.now,
    reason: wanted.reason ?? null,
    transactionId: recordTransaction(call, { type: "refund", sourceId: id, amount, currency, description }),
    metadata: mergedMetadata({}, wanted.metadata),
  }
  const after: ChargeRecord = { ...charge, refunded: charge.refunded + amount, refundIds: [...charge.refundIds, id] }
  call.draft.put("refund", record)
  call.draft.put("charge", after)
  call.draft.emit("charge.refunded", { kind: "charge", record: after })
  call.draft.emit("refund.created", { kind: "refund", record })
  return { status: 200, shows: { kind: "refund", record } }
}

export function getRefund(call: Call): Reply {
  const record = call.draft.get("refund", call.id)
  if (!record) throw noSuch("refund", call.id)
  return { status: 200, shows: { kind: "refund", record } }
}

function refundableCharge(call: Call, chargeId: string | undefined, intentId: string | undefined): ChargeRecord {
  if ((chargeId === undefined) === (intentId === undefined))
    throw badRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
      "parameter_missing",
    )
  const intent = intentId === undefined ? undefined : call.draft.get("intent", intentId)
  if (intentId !== undefined && !intent) throw noSuch("payment_intent", intentId, "payment_intent")
  const id = chargeId ?? intent?.chargeId ?? ""
  const charge = call.draft.get("charge", id)
  if (!charge && intentId !== undefined)
    throw badRequest(`This PaymentIntent (${intentId}) does not have a successful charge to refund.`, undefined, "payment_intent")
  if (!charge) throw noSuch("charge", id, "charge")
  if (charge.failure) throw badRequest(`Charge ${charge.id} has failed and cannot be refunded.`, "charge_not_refundable")
  return charge
}

function checkedAmount(charge: ChargeRecord, wanted: number | undefined): number {
  const rest = charge.amount - charge.refunded
  if (rest === 0) throw badRequest(`Charge ${charge.id} has already been refunded.`, "charge_already_refunded")
  const amount = wanted ?? rest
  if (amount < 1) throw badRequest("Invalid positive integer", "parameter_invalid_integer", "amount")
  if (amount > rest)
    throw badRequest(`Refund amount (${amount}) is greater than unrefunded amount on charge (${rest})`, undefined, "amount")
  return amount
}
