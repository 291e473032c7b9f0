import type Stripe from "stripe"
import type { MethodRecord } from "./records.ts"

export function showMethod(method: MethodRecord): Stripe.PaymentMethod {
  return {
    id: method.id,
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: showBilling(method),
    card: {
      brand: method.brand,
      checks: showChecks(method),
      country: "US",
      display_brand: method.brand,
      exp_month: method.expMonth,
      exp_year: method.expYear,
      fingerprint: method.fingerprint,
      funding: method.funding,
      generated_from: null,
      last4: method.last4,
      networks: { available: [method.brand], preferred: null },
      regulated_status: "unregulated",
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: method.created,
    customer: method.customerId,
    customer_account: null,
    livemode: false,
    metadata: method.metadata,
    type: "card",
  }
}

export function showBilling(method: MethodRecord | undefined) {
  const { email = null, name = null, phone = null, country = null, postalCode = null } = method ?? {}
  const address = { city: null, country, line1: null, line2: null, postal_code: postalCode, state: null }
  return { address, email, name, phone, tax_id: null }
}

export function showChecks(method: MethodRecord | undefined) {
  const wrong = method?.behaviour === "wrong-cvc"
  return {
    address_line1_check: null,
    address_postal_code_check: method?.postalCode ? "pass" : null,
    cvc_check: method?.hasCvc ? (wrong ? "fail" : "pass") : null,
  }
}
