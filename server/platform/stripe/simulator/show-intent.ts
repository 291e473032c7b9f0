import type Stripe from "stripe"
import { docUrl } from "./api-fault.ts"
import type { CardFailure, IntentRecord, Look, View } from "./records.ts"
import { showMethod } from "./show-method.ts"

export function showIntent(view: View, intent: IntentRecord): Stripe.PaymentIntent {
  const open = intent.status !== "succeeded" && intent.status !== "canceled"
  return {
    ...quietFields,
    id: intent.id,
    amount: intent.amount,
    amount_received: intent.status === "succeeded" ? intent.amount : 0,
    automatic_payment_methods: intent.automatic ? { enabled: true, allow_redirects: intent.automatic.redirects } : null,
    canceled_at: intent.canceledAt,
    cancellation_reason: intent.cancellationReason,
    client_secret: intent.clientSecret,
    created: intent.created,
    currency: intent.currency,
    customer: intent.customerId,
    description: intent.description,
    last_payment_error: open && intent.failure ? showFailure(view.draft, intent.failure) : null,
    latest_charge: intent.chargeId,
    metadata: intent.metadata,
    next_action: nextAction(view.origin, intent),
    payment_method: intent.methodId,
    payment_method_types: [...intent.methodTypes],
    receipt_email: intent.receiptEmail,
    status: intent.status,
  }
}

/** A browser sees what Stripe lets a publishable key see. */
export function showIntentTo(realm: "secret" | "publishable", view: View, intent: IntentRecord): object {
  const whole = showIntent(view, intent)
  if (realm === "secret") return whole
  return Object.fromEntries(Object.entries(whole).filter(([key]) => publishable.has(key)))
}

const publishable: ReadonlySet<string> = new Set([
  "id",
  "object",
  "amount",
  "amount_details",
  "automatic_payment_methods",
  "canceled_at",
  "cancellation_reason",
  "capture_method",
  "client_secret",
  "confirmation_method",
  "created",
  "currency",
  "description",
  "last_payment_error",
  "livemode",
  "next_action",
  "payment_method",
  "payment_method_configuration_details",
  "payment_method_types",
  "processing",
  "receipt_email",
  "setup_future_usage",
  "shipping",
  "source",
  "status",
])

const quietFields = {
  object: "payment_intent",
  allowed_payment_method_types: null,
  amount_capturable: 0,
  amount_details: { tip: {} },
  application: null,
  application_fee_amount: null,
  capture_method: "automatic_async",
  confirmation_method: "automatic",
  customer_account: null,
  excluded_payment_method_types: null,
  livemode: false,
  managed_payments: { enabled: false },
  on_behalf_of: null,
  payment_method_configuration_details: null,
  payment_method_options: {
    card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
  },
  payment_record: null,
  processing: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
} as const

function nextAction(origin: string, intent: IntentRecord): Stripe.PaymentIntent.NextAction | null {
  if (!intent.challenge) return null
  const { token, returnUrl } = intent.challenge
  const url = `${origin}/challenge/${intent.id}?token=${token}`
  return { type: "redirect_to_url", redirect_to_url: { url, return_url: returnUrl } }
}

function showFailure(look: Look, failure: CardFailure): Stripe.PaymentIntent.LastPaymentError {
  const method = failure.methodId === undefined ? undefined : look.get("method", failure.methodId)
  return {
    type: failure.type,
    code: failure.code,
    message: failure.message,
    ...(failure.declineCode === undefined ? {} : { decline_code: failure.declineCode }),
    ...(failure.param === undefined ? {} : { param: failure.param }),
    ...(failure.chargeId === undefined ? {} : { charge: failure.chargeId }),
    ...(method ? { payment_method: showMethod(method) } : {}),
    ...docUrl(failure.code),
  }
}
