import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node"
import { isRouteErrorResponse, RemixServer } from "@remix-run/react"
import { isbot } from "isbot"
import { loadAllTexts } from "#app/text/load-texts.ts"
import { NonceContext } from "./http/nonce.ts"
import { renderPage } from "./http/page-body.ts"

export { guard } from "./http/guard.ts"

await loadAllTexts()

export const streamTimeout = 8_000

/** What loaders and actions throw was logged by the guard; here come the faults of rendering, and addresses that match nothing. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // Whoever asked has left: that is nobody's fault.
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.report(error)
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  context: AppLoadContext,
) {
  let failed = false
  const body = await renderPage(
    <NonceContext.Provider value={context.nonce}>
      <RemixServer context={page} url={request.url} abortDelay={streamTimeout} nonce={context.nonce} />
    </NonceContext.Provider>,
    {
      nonce: context.nonce,
      isWhole: isbot(request.headers.get("user-agent")) || request.headers.has("x-whole-page"),
      patienceMs: streamTimeout + 1_000,
      onError(error) {
        failed = true
        context.report(error)
      },
    },
  )
  headers.set("Content-Type", "text/html; charset=utf-8")
  // A page that says "back in a moment" looks for itself whether we are.
  if (status === 503) headers.set("Refresh", "5")
  return new Response(body, { headers, status: failed ? 500 : status })
}
