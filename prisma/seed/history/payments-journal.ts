import type { Row } from "#prisma/seed/tables.ts"

/**
 * What the card simulator remembers of the past's payments, as lines of its journal: so that they can be given back, and the books
 * have somebody to agree with. Same rows, same lines.
 */
export function paymentsJournal(payments: readonly Row[]): string {
  return payments
    .filter(({ status }) => status === "settled")
    .map((payment) => `${JSON.stringify(changesOf(payment))}\n`)
    .join("")
}

/** https://docs.stripe.com/currencies: the seed's currencies have the digits there that they have here. */
function changesOf({ id, tenant_id, order_id, provider_ref, amount_minor, currency, settled_at }: Row): unknown[] {
  const intentId = String(provider_ref)
  const name = intentId.slice("pi_".length)
  const created = settled_at instanceof Date ? Math.floor(settled_at.getTime() / 1_000) : 0
  const amount = Number(amount_minor)
  const common = {
    ...{ amount, created, currency: String(currency).toLowerCase(), customerId: null, description: null, receiptEmail: null },
    metadata: { tenant_id, payment_id: id, order_id },
  }
  const intent = {
    ...common,
    ...{
      id: intentId,
      clientSecret: `${intentId}_secret_${name}`,
      status: "succeeded",
      chargeId: `ch_${name}`,
      methodId: `pm_${name}`,
    },
    ...{ automatic: { redirects: "always" }, methodTypes: ["card"], failure: null, challenge: null, returnUrl: null },
    ...{ canceledAt: null, cancellationReason: null },
  }
  const charge = {
    ...common,
    ...{ id: `ch_${name}`, intentId, methodId: `pm_${name}`, refunded: 0, transactionId: `txn_${name}`, failure: null },
    ...{ authenticated: false, refundIds: [] },
  }
  const fee = Math.min(Math.floor((amount * 29) / 1_000) + 30, amount)
  const moved = { id: `txn_${name}`, type: "charge", sourceId: `ch_${name}`, amount, fee, created, description: null }
  return [
    ["method", methodOf(`pm_${name}`, created)],
    ["charge", charge],
    ["intent", intent],
    ["transaction", { ...moved, currency: common.currency }],
  ]
}

function methodOf(id: string, created: number): Record<string, unknown> {
  return {
    ...{
      id,
      created,
      brand: "visa",
      last4: "4242",
      funding: "credit",
      expMonth: 12,
      expYear: 2040,
      fingerprint: "past",
      hasCvc: true,
    },
    ...{
      behaviour: "success",
      customerId: null,
      name: null,
      email: null,
      phone: null,
      postalCode: null,
      country: null,
      metadata: {},
    },
  }
}
