import type Stripe from "stripe"
import { present } from "#server/kernel/assert.ts"
import type { PaymentIntent, PaymentIntentStatus } from "#server/ports/payment-gateway.ts"
import { fromStripeAmount } from "./amounts.ts"

/** `requires_confirmation` has a card but no attempt: for us it still waits for the payer. We never ask for manual capture. */
const statuses: Readonly<Record<string, PaymentIntentStatus>> = {
  requires_payment_method: "requires_payment_method",
  requires_confirmation: "requires_payment_method",
  requires_action: "requires_action",
  requires_capture: "processing",
  processing: "processing",
  succeeded: "succeeded",
  canceled: "canceled",
}

export function toIntent(intent: Stripe.PaymentIntent): PaymentIntent {
  const failureCode = intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code
  return {
    providerRef: intent.id,
    clientSecret: intent.client_secret ?? "",
    status: statuses[intent.status] ?? "processing",
    ...(failureCode === undefined ? {} : { failureCode }),
    amount: fromStripeAmount(intent.amount, intent.currency),
    tenantId: present(intent.metadata.tenant_id, "metadata tenant_id of the payment intent"),
    paymentId: present(intent.metadata.payment_id, "metadata payment_id of the payment intent"),
  }
}

export function isOurs(intent: Stripe.PaymentIntent): boolean {
  return Boolean(intent.metadata.tenant_id && intent.metadata.payment_id)
}
