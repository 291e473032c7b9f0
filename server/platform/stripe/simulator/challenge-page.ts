import { randomBytes } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { formatMoney, money } from "#server/kernel/money.ts"
import { challengeStyle } from "./challenge-style.ts"
import { challengeText, languageOf } from "./challenge-text.ts"
import type { IntentRecord } from "./records.ts"

export function sendChallengePage(
  request: IncomingMessage,
  response: ServerResponse,
  intent: IntentRecord,
  returnUrl: string,
): void {
  const language = languageOf(request.headers["accept-language"])
  const text = challengeText(language)
  const amount = formatMoney(money(intent.amount, intent.currency.toUpperCase()), language)
  const body = `
      <p class="lead">${escaped(text.lead(amount))}</p>
      ${intent.description === null ? "" : `<p class="order">${escaped(intent.description)}</p>`}
      <p class="amount">${escaped(amount)}</p>
      <form method="post">
        <button name="outcome" value="complete" class="go" autofocus>${escaped(text.complete)}</button>
        <button name="outcome" value="fail" class="no">${escaped(text.fail)}</button>
      </form>
      <p class="note">${escaped(text.note)}</p>`
  // Browsers hold the redirect that follows a form to its `form-action` too.
  sendPage(response, 200, language, text.title, body, `'self' ${new URL(returnUrl).origin}`)
}

export function sendGonePage(request: IncomingMessage, response: ServerResponse): void {
  const language = languageOf(request.headers["accept-language"])
  const text = challengeText(language)
  sendPage(response, 410, language, text.gone, `<p class="lead">${escaped(text.goneLead)}</p>`, "'none'")
}

/** A page for people, that runs nothing. `body` is HTML. */
export function sendPage(
  response: ServerResponse,
  status: number,
  language: string,
  title: string,
  body: string,
  formAction: string,
): void {
  const nonce = randomBytes(16).toString("base64")
  const html = `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escaped(title)}</title>
    <style nonce="${nonce}">${challengeStyle}</style>
  </head>
  <body>
    <main>
      <svg viewBox="0 0 48 48" aria-hidden="true"><path d="M24 4 8 10v12c0 10.5 6.8 18.6 16 22 9.2-3.4 16-11.5 16-22V10z"/><path class="tick" d="m16.5 24 5.5 5.5 10-11"/></svg>
      <h1>${escaped(title)}</h1>${body}
    </main>
  </body>
</html>
`
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  })
  response.end(html)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
