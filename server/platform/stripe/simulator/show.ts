import type { Snapshot, View } from "./records.ts"
import { showAccount } from "./show-account.ts"
import { showCharge } from "./show-charge.ts"
import { showCustomer } from "./show-customer.ts"
import { showIntent } from "./show-intent.ts"
import { showMethod } from "./show-method.ts"
import { showRefund } from "./show-refund.ts"
import { showTransaction } from "./show-transaction.ts"
import { showReversal, showTransfer } from "./show-transfer.ts"

/** An object in Stripe's shape, held to the SDK's own types by the compiler. */
export function show(view: View, subject: Snapshot): object {
  switch (subject.kind) {
    case "intent":
      return showIntent(view, subject.record)
    case "charge":
      return showCharge(view.draft, subject.record)
    case "method":
      return showMethod(subject.record)
    case "refund":
      return showRefund(view.draft, subject.record)
    case "customer":
      return showCustomer(subject.record)
    case "transfer":
      return showTransfer(view.draft, subject.record)
    case "reversal":
      return showReversal(subject.record)
    case "account":
      return showAccount(subject.record)
    case "transaction":
      return showTransaction(subject.record)
  }
}
