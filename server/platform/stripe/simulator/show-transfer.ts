import type Stripe from "stripe"
import type { Look, ReversalRecord, TransferRecord } from "./records.ts"

export function showTransfer(look: Look, transfer: TransferRecord): Stripe.Transfer {
  const { id, amount, currency, created, description, metadata } = transfer
  const reversals = transfer.reversalIds.flatMap((reversal) => look.get("reversal", reversal) ?? [])
  return {
    ...{ id, object: "transfer", amount, currency, created, description, metadata },
    amount_reversed: transfer.reversed,
    balance_transaction: transfer.transactionId,
    destination: transfer.destination,
    destination_payment: `py_${id.slice(3)}`,
    livemode: false,
    reversals: {
      object: "list",
      data: [...reversals].reverse().map(showReversal),
      has_more: false,
      url: `/v1/transfers/${id}/reversals`,
    },
    reversed: transfer.reversed === amount,
    source_transaction: null,
    source_type: "card",
    transfer_group: transfer.group,
  }
}

export function showReversal(reversal: ReversalRecord): Stripe.TransferReversal {
  const { id, amount, currency, created, metadata } = reversal
  return {
    ...{ id, object: "transfer_reversal", amount, currency, created, metadata },
    balance_transaction: reversal.transactionId,
    destination_payment_refund: `pyr_${id.slice(4)}`,
    source_refund: null,
    transfer: reversal.transferId,
  }
}
