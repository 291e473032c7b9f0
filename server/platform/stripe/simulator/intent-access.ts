import { ApiFault, badRequest, noSuch } from "./api-fault.ts"
import type { Call } from "./call.ts"
import type { IntentRecord } from "./records.ts"
import { sameSecret } from "./tokens.ts"

/** The intent that the path names; a browser must know its secret, and learns nothing from a wrong one. */
export function intentOf(call: Call, clientSecret: string | undefined): IntentRecord {
  const record = call.draft.get("intent", call.id)
  if (call.realm === "publishable" && clientSecret === undefined)
    throw badRequest("Missing required param: client_secret.", "parameter_missing", "client_secret")
  if (!record) throw noSuch("payment_intent", call.id, "intent")
  if (clientSecret !== undefined && !sameSecret(clientSecret, record.clientSecret)) throw wrongSecret()
  return record
}

function wrongSecret(): ApiFault {
  return new ApiFault(400, {
    type: "invalid_request_error",
    code: "payment_intent_invalid_parameter",
    param: "client_secret",
    message: "The client_secret provided does not match any associated PaymentIntent on this account.",
  })
}
