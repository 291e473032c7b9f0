import type Stripe from "stripe"
import type { ProviderTransaction } from "#server/ports/payment-gateway.ts"
import { fromStripeAmount } from "./amounts.ts"
import { callStripe } from "./faults.ts"

const perPage = 100

export async function listTransactions(stripe: Stripe, from: Date, until: Date): Promise<ProviderTransaction[]> {
  const created = { gte: unixSeconds(from), lt: unixSeconds(until) }
  const found: Stripe.BalanceTransaction[] = []
  for (;;) {
    const after = found.at(-1)
    const start = after ? { starting_after: after.id } : {}
    const page = await callStripe("list transactions", () =>
      stripe.balanceTransactions.list({ created, limit: perPage, expand: ["data.source"], ...start }),
    )
    found.push(...page.data)
    if (!page.has_more || page.data.length === 0) return found.map(toTransaction)
  }
}

const kinds: Readonly<Record<string, ProviderTransaction["kind"]>> = {
  charge: "charge",
  payment: "charge",
  refund: "refund",
  payment_refund: "refund",
  refund_failure: "refund-failed",
  payment_failure_refund: "refund-failed",
  transfer: "transfer",
  transfer_refund: "reversal",
}

const named: Readonly<Record<ProviderTransaction["kind"], string>> = {
  charge: "payment_id",
  refund: "refund_id",
  "refund-failed": "refund_id",
  transfer: "transfer_id",
  reversal: "reversal_id",
  other: "",
}

function toTransaction(transaction: Stripe.BalanceTransaction): ProviderTransaction {
  const { id, amount, fee, currency, created, available_on, source, type } = transaction
  const kind = kinds[type] ?? "other"
  const names = typeof source === "object" && source !== null && "metadata" in source ? source.metadata : null
  return {
    providerRef: id,
    kind,
    tenantId: names?.tenant_id ?? "",
    subjectId: names?.[named[kind]] ?? "",
    amount: fromStripeAmount(amount, currency),
    fee: fromStripeAmount(fee, currency),
    occurredAt: new Date(created * 1_000),
    availableAt: new Date(available_on * 1_000),
  }
}

const unixSeconds = (at: Date): number => Math.floor(at.getTime() / 1_000)
