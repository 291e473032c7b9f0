import type Stripe from "stripe"
import type { ChargeRecord, Look, MethodRecord } from "./records.ts"
import { showBilling, showChecks } from "./show-method.ts"
import { showRefund } from "./show-refund.ts"

export function showCharge(look: Look, charge: ChargeRecord): Stripe.Charge {
  const method = look.get("method", charge.methodId)
  const paid = charge.failure === null
  return {
    ...quietFields,
    id: charge.id,
    amount: charge.amount,
    amount_captured: paid ? charge.amount : 0,
    amount_refunded: charge.refunded,
    balance_transaction: charge.transactionId,
    billing_details: showBilling(method),
    captured: paid,
    created: charge.created,
    currency: charge.currency,
    customer: charge.customerId,
    description: charge.description,
    failure_code: charge.failure?.code ?? null,
    failure_message: charge.failure?.message ?? null,
    metadata: charge.metadata,
    outcome: outcome(charge),
    paid,
    payment_intent: charge.intentId,
    payment_method: charge.methodId,
    payment_method_details: { type: "card", card: cardDetails(charge, method) },
    receipt_email: charge.receiptEmail,
    refunded: charge.refunded === charge.amount,
    refunds: { object: "list", data: refundsOf(look, charge), has_more: false, url: `/v1/charges/${charge.id}/refunds` },
    status: paid ? "succeeded" : "failed",
  }
}

const quietFields = {
  object: "charge",
  application: null,
  application_fee: null,
  application_fee_amount: null,
  calculated_statement_descriptor: "RIALTO",
  disputed: false,
  failure_balance_transaction: null,
  fraud_details: {},
  livemode: false,
  on_behalf_of: null,
  receipt_number: null,
  receipt_url: null,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
} as const

function outcome(charge: ChargeRecord): Stripe.Charge.Outcome {
  const paid = charge.failure === null
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: paid ? "approved_by_network" : "declined_by_network",
    reason: charge.failure?.declineCode ?? charge.failure?.code ?? null,
    risk_level: "normal",
    seller_message: paid ? "Payment complete." : "The bank did not return any further details with this decline.",
    type: paid ? "authorized" : "issuer_declined",
  }
}

function cardDetails(charge: ChargeRecord, method: MethodRecord | undefined): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: charge.failure ? null : charge.amount,
    authorization_code: charge.failure ? null : charge.id.slice(-6),
    brand: method?.brand ?? null,
    checks: showChecks(method),
    country: "US",
    electronic_commerce_indicator: null,
    exp_month: method?.expMonth ?? 0,
    exp_year: method?.expYear ?? 0,
    extended_authorization: { status: "disabled" },
    fingerprint: method?.fingerprint ?? null,
    funding: method?.funding ?? null,
    incremental_authorization: { status: "unavailable" },
    installments: null,
    last4: method?.last4 ?? null,
    mandate: null,
    multicapture: { status: "unavailable" },
    network: method?.brand ?? null,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { status: "unavailable", maximum_amount_capturable: charge.amount },
    regulated_status: "unregulated",
    three_d_secure: charge.authenticated ? authenticated(charge) : null,
    transaction_link_id: null,
    wallet: null,
  }
}

function authenticated(charge: ChargeRecord): Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure {
  return {
    authentication_flow: "challenge",
    electronic_commerce_indicator: "05",
    exemption_indicator: null,
    result: "authenticated",
    result_reason: null,
    transaction_id: charge.id.slice(-16),
    version: "2.2.0",
  }
}

function refundsOf(look: Look, charge: ChargeRecord): Stripe.Refund[] {
  return charge.refundIds.flatMap((id) => {
    const refund = look.get("refund", id)
    return refund ? [showRefund(look, refund)] : []
  })
}
