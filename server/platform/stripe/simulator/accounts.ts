import { z } from "zod"
import { noSuch, readParams } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { emailAddress, expand, flag, mergedMetadata, metadata, text } from "./params.ts"
import type { AccountRecord, Reply } from "./records.ts"
import { newStripeId, randomText } from "./tokens.ts"

const accountParams = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  default_currency: z.string().regex(/^[a-z]{3}$/),
  email: emailAddress.optional(),
  business_profile: z.strictObject({ name: text(256).optional(), url: text(1_000).optional() }).optional(),
  controller: z.strictObject({
    fees: z.strictObject({ payer: z.enum(["application", "account"]) }).optional(),
    losses: z.strictObject({ payments: z.enum(["application", "stripe"]) }).optional(),
    requirement_collection: z.enum(["application", "stripe"]).optional(),
    stripe_dashboard: z.strictObject({ type: z.enum(["express", "full", "none"]) }).optional(),
  }),
  capabilities: z.strictObject({ transfers: z.strictObject({ requested: flag }).optional() }).optional(),
  settings: z
    .strictObject({
      payouts: z.strictObject({ schedule: z.strictObject({ interval: z.enum(["manual", "daily", "weekly", "monthly"]) }) }),
    })
    .optional(),
  metadata: metadata.optional(),
  expand,
})

export function postAccount(call: Call): Reply {
  const wanted = readParams(accountParams, call.params)
  const record: AccountRecord = {
    id: newStripeId("acct"),
    created: call.now,
    country: wanted.country,
    currency: wanted.default_currency,
    email: wanted.email ?? null,
    name: wanted.business_profile?.name ?? null,
    interval: wanted.settings?.payouts.schedule.interval ?? "daily",
    metadata: mergedMetadata({}, wanted.metadata),
    hasDetails: false,
    hasBank: false,
    bankId: newStripeId("ba"),
  }
  call.draft.put("account", record)
  return { status: 200, shows: { kind: "account", record } }
}

export function getAccount(call: Call): Reply {
  return { status: 200, shows: { kind: "account", record: findAccount(call, call.id) } }
}

export function findAccount(call: Call, id: string, param?: string): AccountRecord {
  const record = call.draft.get("account", id)
  if (!record) throw noSuch("account", id, param)
  return record
}

const linkParams = z.strictObject({
  account: text(80),
  type: z.enum(["account_onboarding"]),
  return_url: text(2_000),
  refresh_url: text(2_000),
  expand,
})

const linkSeconds = 300

/** Good for one visit, and not for long. */
export function postAccountLink(call: Call): Reply {
  const wanted = readParams(linkParams, call.params)
  const { id: accountId } = findAccount(call, wanted.account, "account")
  const id = randomText(32)
  const expiresAt = call.now + linkSeconds
  call.draft.put("link", { id, accountId, returnUrl: wanted.return_url, refreshUrl: wanted.refresh_url, expiresAt })
  const url = `${call.origin}/onboarding/${accountId}?token=${id}`
  return { status: 200, body: { object: "account_link", created: call.now, expires_at: expiresAt, url } }
}
