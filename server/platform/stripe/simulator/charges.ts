import { noSuch } from "./api-fault.ts"
import type { Call } from "./call.ts"
import type { Reply } from "./records.ts"

export function getCharge(call: Call): Reply {
  const record = call.draft.get("charge", call.id)
  if (!record) throw noSuch("charge", call.id)
  return { status: 200, shows: { kind: "charge", record } }
}
