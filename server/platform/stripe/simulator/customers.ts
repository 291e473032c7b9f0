import { z } from "zod"
import { noSuch, readParams } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { emailAddress, expand, mergedMetadata, metadata, text } from "./params.ts"
import type { CustomerRecord, Reply } from "./records.ts"
import { newStripeId } from "./tokens.ts"

const customerParams = z.strictObject({
  name: text(256).optional(),
  email: emailAddress.optional(),
  phone: text(60).optional(),
  description: text(1_000).optional(),
  metadata: metadata.optional(),
  expand,
})

export function postCustomer(call: Call): Reply {
  const wanted = readParams(customerParams, call.params)
  const record: CustomerRecord = {
    id: newStripeId("cus"),
    created: call.now,
    name: wanted.name ?? null,
    email: wanted.email ?? null,
    phone: wanted.phone ?? null,
    description: wanted.description ?? null,
    metadata: mergedMetadata({}, wanted.metadata),
  }
  call.draft.put("customer", record)
  call.draft.emit("customer.created", { kind: "customer", record })
  return { status: 200, shows: { kind: "customer", record } }
}

export function getCustomer(call: Call): Reply {
  const record = call.draft.get("customer", call.id)
  if (!record) throw noSuch("customer", call.id)
  return { status: 200, shows: { kind: "customer", record } }
}
