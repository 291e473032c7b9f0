import { ApiFault, docUrl } from "./api-fault.ts"
import type { Call } from "./call.ts"
import type { IntentRecord } from "./records.ts"
import { showIntentTo } from "./show-intent.ts"

export function unexpectedState(call: Call, record: IntentRecord, verb: string): ApiFault {
  const code = "payment_intent_unexpected_state"
  return new ApiFault(400, {
    type: "invalid_request_error",
    code,
    message: `You cannot ${verb} this PaymentIntent because it has a status of ${record.status}.`,
    payment_intent: showIntentTo(call.realm, call, record),
    ...docUrl(code),
  })
}
