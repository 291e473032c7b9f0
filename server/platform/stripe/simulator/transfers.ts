import { z } from "zod"
import { findAccount } from "./accounts.ts"
import { badRequest, noSuch, readParams } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { expand, integer, mergedMetadata, metadata, text } from "./params.ts"
import type { ReversalRecord, Reply, TransferRecord } from "./records.ts"
import { showReversal } from "./show-transfer.ts"
import { newStripeId } from "./tokens.ts"
import { changeBalance, checkBalance, recordTransaction } from "./transactions.ts"

const positive = integer.pipe(z.number().min(1, "Invalid positive integer"))

const transferParams = z.strictObject({
  amount: positive,
  currency: z.string().regex(/^[a-z]{3}$/),
  destination: text(80),
  transfer_group: text(200).optional(),
  description: text(1_000).optional(),
  metadata: metadata.optional(),
  expand,
})

export function postTransfer(call: Call): Reply {
  const { amount, currency, destination, ...wanted } = readParams(transferParams, call.params)
  const account = findAccount(call, destination, "destination")
  if (!account.hasDetails)
    throw badRequest(
      "Your destination account needs to have at least one of the following capabilities enabled: transfers.",
      "insufficient_capabilities_for_transfer",
    )
  checkBalance(call, undefined, currency, amount)
  const id = newStripeId("tr")
  const description = wanted.description ?? null
  const record: TransferRecord = {
    ...{ id, created: call.now, amount, currency, destination, description, reversed: 0, reversalIds: [] },
    group: wanted.transfer_group ?? null,
    metadata: mergedMetadata({}, wanted.metadata),
    transactionId: recordTransaction(call, { type: "transfer", sourceId: id, amount, currency, description }),
  }
  changeBalance(call, destination, currency, amount)
  call.draft.put("transfer", record)
  call.draft.emit("transfer.created", { kind: "transfer", record })
  return { status: 200, shows: { kind: "transfer", record } }
}

const reversalParams = z.strictObject({
  amount: positive.optional(),
  description: text(1_000).optional(),
  metadata: metadata.optional(),
  expand,
})

export function postReversal(call: Call): Reply {
  const wanted = readParams(reversalParams, call.params)
  const transfer = findTransfer(call)
  const { currency, destination } = transfer
  const rest = transfer.amount - transfer.reversed
  const amount = wanted.amount ?? rest
  if (amount > rest || rest === 0)
    throw badRequest(`Reversal amount (${amount}) is greater than unreversed amount on transfer (${rest})`, undefined, "amount")
  checkBalance(call, destination, currency, amount)
  const id = newStripeId("trr")
  const record: ReversalRecord = {
    ...{ id, created: call.now, transferId: transfer.id, amount, currency },
    metadata: mergedMetadata({}, wanted.metadata),
    transactionId: recordTransaction(call, { type: "transfer_refund", sourceId: id, amount, currency, description: null }),
  }
  changeBalance(call, destination, currency, -amount)
  const after = { ...transfer, reversed: transfer.reversed + amount, reversalIds: [...transfer.reversalIds, id] }
  call.draft.put("reversal", record)
  call.draft.put("transfer", after)
  call.draft.emit("transfer.reversed", { kind: "transfer", record: after })
  return { status: 200, shows: { kind: "reversal", record } }
}

export function listReversals(call: Call): Reply {
  const { id, reversalIds } = findTransfer(call)
  const data = [...reversalIds].reverse().flatMap((reversal) => call.draft.get("reversal", reversal) ?? [])
  const url = `/v1/transfers/${id}/reversals`
  return { status: 200, body: { object: "list", data: data.map(showReversal), has_more: false, url } }
}

export function getTransfer(call: Call): Reply {
  return { status: 200, shows: { kind: "transfer", record: findTransfer(call) } }
}

function findTransfer(call: Call): TransferRecord {
  const record = call.draft.get("transfer", call.id)
  if (!record) throw noSuch("transfer", call.id)
  return record
}
