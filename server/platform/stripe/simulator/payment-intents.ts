import { z } from "zod"
import { checkAmount } from "./amount-rules.ts"
import { noSuch, readParams } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { confirmWith } from "./confirm-intent.ts"
import { intentOf } from "./intent-access.ts"
import { emailAddress, expand, flag, integer, mergedMetadata, metadata, text } from "./params.ts"
import type { IntentRecord, Reply } from "./records.ts"
import { newStripeId, randomText } from "./tokens.ts"
import { unexpectedState } from "./unexpected-state.ts"

const createParams = z.strictObject({
  amount: integer,
  currency: text(3).transform((code) => code.toLowerCase()),
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(["always", "never"]).optional() })
    .optional(),
  payment_method_types: z
    .array(z.literal("card", { error: "only card is simulated" }))
    .min(1)
    .optional(),
  payment_method: text(80).optional(),
  confirm: flag.optional(),
  return_url: text(2_000).optional(),
  customer: text(80).optional(),
  description: text(1_000).optional(),
  receipt_email: emailAddress.optional(),
  metadata: metadata.optional(),
  capture_method: z.enum(["automatic", "automatic_async"], { error: "manual capture is not simulated" }).optional(),
  expand,
})

export function postPaymentIntent(call: Call): Reply {
  const wanted = readParams(createParams, call.params)
  checkAmount(wanted.amount, wanted.currency)
  if (wanted.customer !== undefined && !call.draft.get("customer", wanted.customer))
    throw noSuch("customer", wanted.customer, "customer", 400)
  const record = newIntent(wanted, call.now)
  call.draft.put("intent", record)
  call.draft.emit("payment_intent.created", { kind: "intent", record })
  if (!wanted.confirm) return { status: 200, shows: { kind: "intent", record } }
  return confirmWith(call, record, { payment_method: wanted.payment_method, return_url: wanted.return_url })
}

function newIntent(wanted: z.infer<typeof createParams>, now: number): IntentRecord {
  const id = newStripeId("pi")
  // Since 2023 methods are automatic unless they are named.
  const automatic = wanted.automatic_payment_methods?.enabled ?? wanted.payment_method_types === undefined
  return {
    id,
    clientSecret: `${id}_secret_${randomText(25)}`,
    amount: wanted.amount,
    currency: wanted.currency,
    created: now,
    status: wanted.payment_method === undefined ? "requires_payment_method" : "requires_confirmation",
    description: wanted.description ?? null,
    receiptEmail: wanted.receipt_email ?? null,
    metadata: mergedMetadata({}, wanted.metadata),
    automatic: automatic ? { redirects: wanted.automatic_payment_methods?.allow_redirects ?? "always" } : null,
    methodTypes: ["card"],
    customerId: wanted.customer ?? null,
    methodId: wanted.payment_method ?? null,
    chargeId: null,
    failure: null,
    challenge: null,
    returnUrl: wanted.return_url ?? null,
    canceledAt: null,
    cancellationReason: null,
  }
}

const readParamsOfGet = z.strictObject({ client_secret: text(200).optional(), expand })

export function getPaymentIntent(call: Call): Reply {
  const asked = readParams(readParamsOfGet, call.params)
  return { status: 200, shows: { kind: "intent", record: intentOf(call, asked.client_secret) } }
}

const updateParams = z.strictObject({
  amount: integer.optional(),
  description: text(1_000).optional(),
  receipt_email: emailAddress.optional(),
  metadata: metadata.optional(),
  expand,
})

export function patchPaymentIntent(call: Call): Reply {
  const before = intentOf(call, undefined)
  const change = readParams(updateParams, call.params)
  if (change.amount !== undefined) {
    if (before.status === "succeeded" || before.status === "canceled") throw unexpectedState(call, before, "update the amount of")
    checkAmount(change.amount, before.currency)
  }
  const record: IntentRecord = {
    ...before,
    amount: change.amount ?? before.amount,
    description: change.description ?? before.description,
    receiptEmail: change.receipt_email ?? before.receiptEmail,
    metadata: mergedMetadata(before.metadata, change.metadata),
  }
  call.draft.put("intent", record)
  return { status: 200, shows: { kind: "intent", record } }
}

const cancelParams = z.strictObject({
  cancellation_reason: z.enum(["duplicate", "fraudulent", "requested_by_customer", "abandoned"]).optional(),
  expand,
})

export function cancelPaymentIntent(call: Call): Reply {
  const before = intentOf(call, undefined)
  const { cancellation_reason: reason } = readParams(cancelParams, call.params)
  if (before.status === "succeeded" || before.status === "canceled") throw unexpectedState(call, before, "cancel")
  const record: IntentRecord = {
    ...before,
    status: "canceled",
    canceledAt: call.now,
    cancellationReason: reason ?? null,
    challenge: null,
  }
  call.draft.put("intent", record)
  call.draft.emit("payment_intent.canceled", { kind: "intent", record })
  return { status: 200, shows: { kind: "intent", record } }
}
