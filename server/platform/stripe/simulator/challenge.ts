import type { IncomingMessage, ServerResponse } from "node:http"
import { ApiFault } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { sendChallengePage, sendGonePage } from "./challenge-page.ts"
import { newDraft } from "./draft.ts"
import { decodeForm } from "./form.ts"
import { keep } from "./keep.ts"
import type { IntentRecord } from "./records.ts"
import { chargeIntent, failIntent } from "./settle-intent.ts"
import { sameSecret } from "./tokens.ts"
import { readBody } from "./wire.ts"
import type { World } from "./world.ts"

/** The bank's page: asks the payer, settles the intent by the answer, sends the payer back to the shop. */
export async function answerChallenge(world: World, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const intent = world.store.get("intent", url.pathname.split("/")[2] ?? "")
  const token = url.searchParams.get("token") ?? ""
  if (!intent?.challenge || !sameSecret(token, intent.challenge.token)) return answerPast(intent, token, request, response)
  if (request.method !== "POST") return sendChallengePage(request, response, intent, intent.challenge.returnUrl)
  const chosen = decodeForm(await readBody(request)).outcome
  if (chosen !== "complete" && chosen !== "fail")
    throw new ApiFault(400, { type: "invalid_request_error", message: "Choose an outcome." })
  // Reading the body took a moment: a double click may have been faster.
  const current = world.store.get("intent", intent.id) ?? intent
  if (current.challenge?.token !== token) return answerPast(current, token, request, response)
  const call = callFor(world, current.id)
  const after = settle(call, current, chosen)
  await keep(world, call.draft)
  redirect(response, backTo(after, current.challenge.returnUrl))
}

function settle(call: Call, intent: IntentRecord, chosen: "complete" | "fail"): IntentRecord {
  const method = call.draft.get("method", intent.methodId ?? "")
  const settled = { ...intent, returnUrl: intent.challenge?.returnUrl ?? null, spent: intent.challenge?.token }
  if (chosen === "complete" && method) return chargeIntent(call, settled, method, true)
  return failIntent(call, settled, {
    type: "invalid_request_error",
    code: "payment_intent_authentication_failure",
    message: "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
    ...(intent.methodId === null ? {} : { methodId: intent.methodId }),
  })
}

/** Back button, reload, second click: the payer goes where the first answer led. Anybody else learns nothing. */
function answerPast(intent: IntentRecord | undefined, token: string, request: IncomingMessage, response: ServerResponse): void {
  if (intent?.spent && intent.returnUrl && sameSecret(token, intent.spent)) redirect(response, backTo(intent, intent.returnUrl))
  else sendGonePage(request, response)
}

function callFor(world: World, id: string): Call {
  const now = Math.floor(world.clock.now().getTime() / 1000)
  const draft = newDraft(world.store, { now, requestId: null, idempotencyKey: null, subscribes: world.subscribes })
  return { account: undefined, draft, store: world.store, id, params: {}, realm: "publishable", now, origin: world.origin }
}

function backTo(intent: IntentRecord, returnUrl: string): string {
  const url = new URL(returnUrl)
  url.searchParams.set("payment_intent", intent.id)
  url.searchParams.set("payment_intent_client_secret", intent.clientSecret)
  url.searchParams.set("redirect_status", intent.status === "succeeded" ? "succeeded" : "failed")
  return url.href
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "referrer-policy": "no-referrer", "cache-control": "no-store" }).end()
}
