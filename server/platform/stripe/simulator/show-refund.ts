import type Stripe from "stripe"
import type { Look, RefundRecord } from "./records.ts"

export function showRefund(look: Look, refund: RefundRecord): Stripe.Refund {
  const charge = look.get("charge", refund.chargeId)
  return {
    id: refund.id,
    object: "refund",
    amount: refund.amount,
    balance_transaction: refund.transactionId,
    charge: refund.chargeId,
    created: refund.created,
    currency: refund.currency,
    customer: charge?.customerId ?? null,
    customer_account: null,
    destination_details: { type: "card", card: { type: "refund" } },
    metadata: refund.metadata,
    payment_intent: refund.intentId,
    payment_method: charge?.methodId ?? null,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: "succeeded",
    transfer_reversal: null,
  }
}
