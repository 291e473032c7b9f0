import { z } from "zod"
import { badRequest, noSuch, readParams } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { integer, listing, text } from "./params.ts"
import type { EventRecord, Kind, Records, Reply } from "./records.ts"
import { show } from "./show.ts"
import { showEvent } from "./show-event.ts"

const created = z.strictObject({ gte: integer.optional(), lt: integer.optional() }).optional()

function isWithin(at: number, span: z.output<typeof created>): boolean {
  return at >= (span?.gte ?? 0) && at < (span?.lt ?? Number.POSITIVE_INFINITY)
}

const listParams = z.strictObject({ ...listing, customer: text(80).optional(), source: text(80).optional(), created })

export function listPaymentIntents(call: Call): Reply {
  const asked = readParams(listParams, call.params)
  const wanted = (r: Records["intent"]) => asked.customer === undefined || r.customerId === asked.customer
  return page(call, "intent", asked, wanted, (record) => show(call, { kind: "intent", record }), "/v1/payment_intents")
}

export function listTransactions(call: Call): Reply {
  const asked = readParams(listParams, call.params)
  const wanted = (r: Records["transaction"]) =>
    r.account === call.account &&
    (asked.source === undefined || r.sourceId === asked.source) &&
    isWithin(r.created, asked.created)
  return page(
    call,
    "transaction",
    asked,
    wanted,
    (record) => show(call, { kind: "transaction", record }),
    "/v1/balance_transactions",
  )
}

const transferParams = z.strictObject({ ...listing, transfer_group: text(200).optional(), destination: text(80).optional() })

export function listTransfers(call: Call): Reply {
  const asked = readParams(transferParams, call.params)
  const { transfer_group: group, destination } = asked
  const wanted = (r: Records["transfer"]) =>
    (group === undefined || r.group === group) && (destination === undefined || r.destination === destination)
  return page(call, "transfer", asked, wanted, (record) => show(call, { kind: "transfer", record }), "/v1/transfers")
}

const refundParams = z.strictObject({ ...listing, payment_intent: text(80).optional(), charge: text(80).optional() })

export function listRefunds(call: Call): Reply {
  const asked = readParams(refundParams, call.params)
  const wanted = (r: Records["refund"]) => asked.charge === undefined || r.chargeId === asked.charge
  const shown = (record: Records["refund"]) => show(call, { kind: "refund", record })
  return page(call, "refund", asked, wanted, shown, "/v1/refunds", refundsOf(call, asked.payment_intent))
}

/** By the intent's own list, however many refunds there are of others. */
function refundsOf(call: Call, intentId: string | undefined): Iterable<Records["refund"]> | undefined {
  if (intentId === undefined) return undefined
  const charge = call.store.get("charge", call.store.get("intent", intentId)?.chargeId ?? "")
  return (charge?.refundIds ?? []).flatMap((id) => call.store.get("refund", id) ?? [])
}

const eventParams = z.strictObject({
  ...listing,
  type: text(80).optional(),
  created,
})

export function listEvents(call: Call): Reply {
  const asked = readParams(eventParams, call.params)
  const wanted = (r: EventRecord) => (asked.type === undefined || r.type === asked.type) && isWithin(r.created, asked.created)
  return page(call, "event", asked, wanted, (record) => showEvent(call, record), "/v1/events")
}

export function getEvent(call: Call): Reply {
  const record = call.draft.get("event", call.id)
  if (!record) throw noSuch("event", call.id)
  return { status: 200, body: showEvent(call, record) }
}

/** Newest first, as every list of Stripe's. */
function page<K extends Kind>(
  call: Call,
  kind: K,
  asked: { limit: number; starting_after?: string | undefined },
  wanted: (record: Records[K]) => boolean,
  shown: (record: Records[K]) => object,
  url: string,
  among: Iterable<Records[K]> = call.store.all(kind),
): Reply {
  const found = [...among].filter(wanted).reverse()
  const start = asked.starting_after === undefined ? 0 : found.findIndex((record) => record.id === asked.starting_after) + 1
  if (start === 0 && asked.starting_after !== undefined)
    throw badRequest(`No such object: '${asked.starting_after}'`, "resource_missing")
  const data = found.slice(start, start + asked.limit).map(shown)
  return { status: 200, body: { object: "list", data, has_more: found.length > start + asked.limit, url } }
}
