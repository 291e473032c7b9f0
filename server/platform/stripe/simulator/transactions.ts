import { badRequest } from "./api-fault.ts"
import type { Call } from "./call.ts"
import type { TransactionRecord } from "./records.ts"
import { newStripeId } from "./tokens.ts"

interface Movement {
  readonly type: TransactionRecord["type"]
  readonly sourceId: string
  /** Always positive; the type says which way it goes. */
  readonly amount: number
  readonly currency: string
  readonly description: string | null
  /** The connected account that it is of; the platform's own without. */
  readonly account?: string
}

const comesIn: ReadonlySet<TransactionRecord["type"]> = new Set(["charge", "transfer_refund", "payout_failure"])

/** Charges cost 2.9 % + 30, rounded down; not given back on a refund. */
export function recordTransaction(call: Call, { type, sourceId, amount, currency, description, account }: Movement): string {
  const record: TransactionRecord = {
    id: newStripeId("txn"),
    type,
    sourceId,
    amount: comesIn.has(type) ? amount : -amount,
    fee: type === "charge" ? Math.min(Math.floor((amount * 29) / 1000) + 30, amount) : 0,
    currency,
    created: call.now,
    description,
    ...(account === undefined ? {} : { account }),
  }
  call.draft.put("transaction", record)
  changeBalance(call, account, currency, record.amount - record.fee)
  return record.id
}

export function balanceOf(call: Call, account: string | undefined, currency: string): number {
  return call.draft.get("balance", `${account ?? "platform"} ${currency}`)?.amount ?? 0
}

export function changeBalance(call: Call, account: string | undefined, currency: string, change: number): void {
  const amount = balanceOf(call, account, currency) + change
  call.draft.put("balance", { id: `${account ?? "platform"} ${currency}`, amount })
}

export function checkBalance(call: Call, account: string | undefined, currency: string, wanted: number): void {
  if (balanceOf(call, account, currency) < wanted)
    throw badRequest("You have insufficient available funds in your Stripe account.", "balance_insufficient")
}
