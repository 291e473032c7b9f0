import { z } from "zod"
import { badRequest, readParams } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { intentOf } from "./intent-access.ts"
import { expand, text } from "./params.ts"
import { methodOf, methodParams, newMethod } from "./payment-methods.ts"
import type { IntentRecord, MethodRecord, Reply } from "./records.ts"
import { chargeIntent, refusal } from "./settle-intent.ts"
import { behaviourOf } from "./test-cards.ts"
import { randomText } from "./tokens.ts"
import { unexpectedState } from "./unexpected-state.ts"

const confirmParams = z.strictObject({
  client_secret: text(200).optional(),
  payment_method: text(80).optional(),
  payment_method_data: methodParams.omit({ expand: true }).optional(),
  return_url: text(2_000).optional(),
  expand,
})

export interface Confirmation {
  readonly payment_method?: string | undefined
  readonly payment_method_data?: z.infer<typeof confirmParams>["payment_method_data"]
  readonly return_url?: string | undefined
}

export function confirmPaymentIntent(call: Call): Reply {
  const wanted = readParams(confirmParams, call.params)
  return confirmWith(call, intentOf(call, wanted.client_secret), wanted)
}

export function confirmWith(call: Call, intent: IntentRecord, wanted: Confirmation): Reply {
  if (intent.status === "succeeded" || intent.status === "canceled") throw unexpectedState(call, intent, "confirm")
  const returnUrl = checkedReturnUrl(intent, wanted.return_url ?? intent.returnUrl)
  const method = chosenMethod(call, intent, wanted)
  if (behaviourOf(method.behaviour).challenge) return challenge(call, intent, method, returnUrl)
  const outcome = chargeIntent(call, intent, method, false)
  if (outcome.failure) return refusal(call, outcome)
  return { status: 200, shows: { kind: "intent", record: outcome } }
}

function chosenMethod(call: Call, intent: IntentRecord, wanted: Confirmation): MethodRecord {
  if (wanted.payment_method_data) return newMethod(call, wanted.payment_method_data)
  const id = wanted.payment_method ?? intent.methodId
  if (id) return methodOf(call, id)
  const message =
    "You cannot confirm this PaymentIntent because it's missing a payment method. " +
    "Update the PaymentIntent with a payment method and try again."
  throw badRequest(message, "payment_intent_unexpected_state")
}

function challenge(call: Call, intent: IntentRecord, method: MethodRecord, returnUrl: string | null): Reply {
  if (returnUrl === null)
    throw badRequest("This card asks for a challenge: provide a `return_url`.", "parameter_missing", "return_url")
  const record: IntentRecord = {
    ...intent,
    status: "requires_action",
    methodId: method.id,
    failure: null,
    challenge: { token: randomText(32), returnUrl },
  }
  call.draft.put("intent", record)
  call.draft.emit("payment_intent.requires_action", { kind: "intent", record })
  return { status: 200, shows: { kind: "intent", record } }
}

function checkedReturnUrl(intent: IntentRecord, returnUrl: string | null): string | null {
  if (returnUrl === null && intent.automatic?.redirects === "always") {
    const message =
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods " +
      "might redirect your customer off of your page, you must provide a `return_url`."
    throw badRequest(message, undefined, "return_url")
  }
  if (returnUrl !== null && !/^https?:$/.test(protocolOf(returnUrl)))
    throw badRequest("Not a valid URL", "url_invalid", "return_url")
  return returnUrl
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : ""
}
