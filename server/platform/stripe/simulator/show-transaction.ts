import type Stripe from "stripe"
import type { TransactionRecord } from "./records.ts"

const twoDays = 2 * 24 * 3600

export function showTransaction(transaction: TransactionRecord): Stripe.BalanceTransaction {
  const { amount, currency, fee } = transaction
  const feeDetail = { amount: fee, application: null, currency, description: "Stripe processing fees", type: "stripe_fee" }
  return {
    id: transaction.id,
    object: "balance_transaction",
    amount,
    available_on: transaction.created + twoDays,
    balance_type: "payments",
    created: transaction.created,
    currency,
    description: transaction.description,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail],
    net: amount - fee,
    reporting_category: transaction.type,
    source: transaction.sourceId,
    status: "pending",
    type: transaction.type,
  }
}
