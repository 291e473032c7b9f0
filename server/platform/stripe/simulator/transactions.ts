import type { Call } from "./call.ts"
import type { TransactionRecord } from "./records.ts"
import { newStripeId } from "./tokens.ts"

interface Movement {
  readonly type: "charge" | "refund"
  readonly sourceId: string
  /** Always positive; the type says which way it goes. */
  readonly amount: number
  readonly currency: string
  readonly description: string | null
}

/** 2.9 % + 30, rounded down; not given back on a refund. */
export function recordTransaction(call: Call, movement: Movement): string {
  const sign = movement.type === "charge" ? 1 : -1
  const record: TransactionRecord = {
    id: newStripeId("txn"),
    type: movement.type,
    sourceId: movement.sourceId,
    amount: sign * movement.amount,
    fee: movement.type === "charge" ? Math.min(Math.floor((movement.amount * 29) / 1000) + 30, movement.amount) : 0,
    currency: movement.currency,
    created: call.now,
    description: movement.description,
  }
  call.draft.put("transaction", record)
  return record.id
}
