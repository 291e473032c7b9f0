import type { IncomingMessage, ServerResponse } from "node:http"
import { ApiFault } from "./api-fault.ts"
import { sendGonePage, sendPage } from "./challenge-page.ts"
import { languageOf } from "./challenge-text.ts"
import { newDraft } from "./draft.ts"
import { decodeForm } from "./form.ts"
import { keep } from "./keep.ts"
import { onboardingText } from "./onboarding-text.ts"
import type { LinkRecord } from "./records.ts"
import { readBody } from "./wire.ts"
import type { World } from "./world.ts"

/** Where a merchant tells the provider who they are, and where their money goes. */
export async function answerOnboarding(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const link = world.store.get("link", url.searchParams.get("token") ?? "")
  const accountId = url.pathname.split("/")[2] ?? ""
  const now = Math.floor(world.clock.now().getTime() / 1000)
  if (link?.accountId !== accountId) return sendGonePage(request, response)
  if (link.expiresAt <= now) return redirect(response, link.refreshUrl)
  if (request.method !== "POST") return sendForm(request, response, link)
  const chosen = decodeForm(await readBody(request)).outcome
  if (chosen !== "all" && chosen !== "no-bank" && chosen !== "later")
    throw new ApiFault(400, { type: "invalid_request_error", message: "Choose an outcome." })
  await take(world, link, chosen, now)
  redirect(response, link.returnUrl)
}

async function take(world: World, link: LinkRecord, chosen: "all" | "no-bank" | "later", now: number): Promise<void> {
  const before = world.store.get("account", link.accountId)
  const draft = newDraft(world.store, { now, requestId: null, idempotencyKey: null, subscribes: world.subscribes })
  draft.put("link", { ...link, expiresAt: now })
  if (before && chosen !== "later") {
    const record = { ...before, hasDetails: true, hasBank: chosen === "all" }
    draft.put("account", record)
    draft.emit("account.updated", { kind: "account", record }, record.id)
  }
  await keep(world, draft)
}

function sendForm(request: IncomingMessage, response: ServerResponse, link: LinkRecord): void {
  const language = languageOf(request.headers["accept-language"])
  const text = onboardingText[language]
  const body = `
      <p class="lead">${text.lead}</p>
      <form method="post">
        <button name="outcome" value="all" class="go" autofocus>${text.all}</button>
        <button name="outcome" value="no-bank" class="no">${text.noBank}</button>
        <button name="outcome" value="later" class="no">${text.later}</button>
      </form>
      <p class="note">${text.note}</p>`
  sendPage(response, 200, language, text.title, body, `'self' ${new URL(link.returnUrl).origin}`)
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "referrer-policy": "no-referrer", "cache-control": "no-store" }).end()
}
