import type { IncomingMessage, ServerResponse } from "node:http"
import { realmOf, secretKeyRequired } from "./access.ts"
import { ApiFault, noSuch } from "./api-fault.ts"
import type { Call } from "./call.ts"
import { type Draft, newDraft } from "./draft.ts"
import { expanded } from "./expand.ts"
import { decodeForm, type FormGroup } from "./form.ts"
import { answerUnder, checkedKey, fingerprintOf, storedAnswer } from "./idempotency.ts"
import { keep } from "./keep.ts"
import type { Reply, Snapshot } from "./records.ts"
import { findRoute, type Route } from "./routes.ts"
import { show } from "./show.ts"
import { apiVersion } from "./show-event.ts"
import { showIntentTo } from "./show-intent.ts"
import { newStripeId } from "./tokens.ts"
import { corsHeaders, readBody, sendJson } from "./wire.ts"
import type { World } from "./world.ts"

/** Answers one API request: nothing is said before what it did is on disk. */
export async function answerApi(world: World, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = newStripeId("req")
  const headers = { "request-id": requestId, "stripe-version": apiVersion, ...corsHeaders(request) }
  try {
    const method = request.method ?? "GET"
    const params = decoded(method === "GET" ? url.search.slice(1) : await readBody(request))
    const answer = perform(world, request, { method, path: url.pathname, params, requestId })
    await keep(world, answer.draft)
    sendJson(response, answer.status, answer.body, answer.replayed ? { ...headers, "idempotent-replayed": "true" } : headers)
  } catch (error) {
    const fault = error instanceof ApiFault ? error : unexpected(world, error)
    sendJson(response, fault.status, { error: fault.body }, headers)
  }
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly params: FormGroup
  readonly requestId: string
}

interface Answer {
  readonly status: number
  readonly body: object
  readonly replayed: boolean
  readonly draft: Draft
}

function perform(world: World, request: IncomingMessage, asked: Asked): Answer {
  const realm = realmOf(world.keys, request, asked.params)
  const { key: _key, ...params } = asked.params
  const found = findRoute(asked.method, asked.path)
  if (!found) throw unknownUrl(asked)
  if (realm === "publishable" && !found.route.browsers) throw secretKeyRequired()
  const now = Math.floor(world.clock.now().getTime() / 1000)
  const key = asked.method === "POST" ? checkedKey(request.headers["idempotency-key"]) : null
  const cause = { now, requestId: asked.requestId, idempotencyKey: key, subscribes: world.subscribes }
  const draft = newDraft(world.store, cause)
  const account = connected(world, request)
  const call: Call = { account, draft, store: world.store, id: found.id, params, realm, now, origin: world.origin }
  if (key === null) return shown(call, found.route.handle(call), false)
  return performOnce(world, call, found.route, key, fingerprintOf(`${realm} ${account ?? ""}`, asked.method, asked.path, params))
}

/** @throws ApiFault when there is no such account */
function connected(world: World, request: IncomingMessage): string | undefined {
  const name = request.headers["stripe-account"]
  const account = Array.isArray(name) ? name[0] : name
  if (account !== undefined && !world.store.get("account", account)) throw noSuch("account", account)
  return account
}

function performOnce(world: World, call: Call, route: Route, key: string, fingerprint: string): Answer {
  const before = storedAnswer(world.store, key, fingerprint, call.now)
  if (before) return shown(call, before, true)
  const reply = route.handle(call)
  call.draft.put("answer", answerUnder(key, fingerprint, call.now, reply))
  return shown(call, reply, false)
}

function shown(call: Call, reply: Reply, replayed: boolean): Answer {
  const body = "body" in reply ? reply.body : bodyOf(call, reply.shows)
  const { expand } = call.params
  const paths = reply.status === 200 && Array.isArray(expand) ? expand.filter((path) => typeof path === "string") : []
  return { status: reply.status, body: expanded(call, body, paths), replayed, draft: call.draft }
}

function bodyOf(call: Call, shows: Snapshot): object {
  return shows.kind === "intent" ? showIntentTo(call.realm, call, shows.record) : show(call, shows)
}

function decoded(text: string): FormGroup {
  try {
    return decodeForm(text)
  } catch {
    throw new ApiFault(400, { type: "invalid_request_error", message: "The request's parameters cannot be read." })
  }
}

function unknownUrl(asked: Asked): ApiFault {
  const message = `Unrecognized request URL (${asked.method}: ${asked.path.slice(0, 200)}).`
  return new ApiFault(404, { type: "invalid_request_error", message })
}

function unexpected(world: World, error: unknown): ApiFault {
  world.onFault(error)
  return new ApiFault(500, { type: "api_error", message: "The card simulator failed; see the server's log." })
}
