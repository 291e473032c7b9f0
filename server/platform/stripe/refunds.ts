import type Stripe from "stripe"
import type { ProviderRefund, RefundRequest } from "#server/ports/payment-gateway.ts"
import { fromStripeAmount, toStripeAmount } from "./amounts.ts"
import { callStripe } from "./faults.ts"

export async function refund(stripe: Stripe, request: RefundRequest): Promise<ProviderRefund> {
  const { tenantId, paymentId, refundId, providerRef, idempotencyKey } = request
  const wanted: Stripe.RefundCreateParams = {
    payment_intent: providerRef,
    amount: toStripeAmount(request.amount).amount,
    metadata: { tenant_id: tenantId, payment_id: paymentId, refund_id: refundId },
  }
  return toRefund(await callStripe("refund", () => stripe.refunds.create(wanted, { idempotencyKey })))
}

const perPage = 100

export async function listRefunds(stripe: Stripe, ref: string): Promise<ProviderRefund[]> {
  const found: Stripe.Refund[] = []
  for (;;) {
    const after = found.at(-1)
    const wanted = { payment_intent: ref, limit: perPage, ...(after ? { starting_after: after.id } : {}) }
    const page = await callStripe("list refunds", () => stripe.refunds.list(wanted))
    found.push(...page.data)
    if (!page.has_more || page.data.length === 0) return found.map(toRefund)
  }
}

/** A refund that waits for the payer's bank details is on its way as far as we are concerned; a cancelled one never went. */
const statuses: Readonly<Record<string, ProviderRefund["status"]>> = {
  pending: "pending",
  requires_action: "pending",
  succeeded: "succeeded",
  failed: "failed",
  canceled: "failed",
}

function toRefund(refund: Stripe.Refund): ProviderRefund {
  const { failure_reason: failureCode, metadata } = refund
  return {
    providerRef: refund.id,
    refundId: metadata?.refund_id,
    status: statuses[refund.status ?? ""] ?? "pending",
    ...(failureCode === undefined ? {} : { failureCode }),
    amount: fromStripeAmount(refund.amount, refund.currency),
  }
}
