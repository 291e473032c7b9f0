import { docUrl } from "./api-fault.ts"
import type { Call } from "./call.ts"
import type { CardFailure, ChargeRecord, IntentRecord, MethodRecord, Reply } from "./records.ts"
import { showIntentTo } from "./show-intent.ts"
import { type Behaviour, behaviourOf } from "./test-cards.ts"
import { newStripeId } from "./tokens.ts"
import { recordTransaction } from "./transactions.ts"

/** Makes the one attempt: a charge, and an intent that is paid or waits for another card. */
export function chargeIntent(call: Call, intent: IntentRecord, method: MethodRecord, authenticated: boolean): IntentRecord {
  const id = newStripeId("ch")
  const decline = behaviourOf(method.behaviour).decline
  const failure = decline ? failureOf(decline, id, method.id) : null
  const charge: ChargeRecord = {
    id,
    intentId: intent.id,
    methodId: method.id,
    amount: intent.amount,
    refunded: 0,
    currency: intent.currency,
    created: call.now,
    customerId: intent.customerId,
    description: intent.description,
    receiptEmail: intent.receiptEmail,
    metadata: intent.metadata,
    transactionId: failure ? null : recordTransaction(call, { ...intent, type: "charge", sourceId: id }),
    failure,
    authenticated,
    refundIds: [],
  }
  call.draft.put("charge", charge)
  call.draft.emit(failure ? "charge.failed" : "charge.succeeded", { kind: "charge", record: charge })
  return failure ? failIntent(call, { ...intent, chargeId: id }, failure) : payIntent(call, intent, method, id)
}

function payIntent(call: Call, intent: IntentRecord, method: MethodRecord, chargeId: string): IntentRecord {
  const record: IntentRecord = { ...intent, status: "succeeded", methodId: method.id, chargeId, failure: null, challenge: null }
  call.draft.put("intent", record)
  call.draft.emit("payment_intent.succeeded", { kind: "intent", record })
  return record
}

/** The intent waits for another card, and remembers why this one was no good. */
export function failIntent(call: Call, intent: IntentRecord, failure: CardFailure): IntentRecord {
  const record: IntentRecord = { ...intent, status: "requires_payment_method", methodId: null, failure, challenge: null }
  call.draft.put("intent", record)
  call.draft.emit("payment_intent.payment_failed", { kind: "intent", record })
  return record
}

function failureOf(decline: NonNullable<Behaviour["decline"]>, chargeId: string, methodId: string): CardFailure {
  return { type: "card_error", ...decline, chargeId, methodId }
}

/** The answer to a declined confirmation: 402, though the attempt is on record. */
export function refusal(call: Call, intent: IntentRecord): Reply {
  const failure = intent.failure
  const error = {
    type: failure?.type,
    code: failure?.code,
    decline_code: failure?.declineCode,
    message: failure?.message,
    param: failure?.param,
    charge: failure?.chargeId,
    payment_intent: showIntentTo(call.realm, call, intent),
    ...docUrl(failure?.code),
  }
  return { status: 402, body: { error } }
}
