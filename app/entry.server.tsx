import { PassThrough } from "node:stream"
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node"
import { isRouteErrorResponse, RemixServer } from "@remix-run/react"
import { isbot } from "isbot"
import { renderToPipeableStream } from "react-dom/server"
import { loadAllTexts } from "#app/text/load-texts.ts"
import { NonceContext } from "./http/nonce.ts"

export { guard } from "./http/guard.ts"

await loadAllTexts()

export const streamTimeout = 8_000

/** What loaders and actions throw was logged by the guard; here come the faults of rendering, and addresses that match nothing. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // Whoever asked has left: that is nobody's fault.
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.report(error)
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  context: AppLoadContext,
) {
  const whole = isbot(request.headers.get("user-agent")) || request.headers.has("x-whole-page")
  return new Promise<Response>((resolve, reject) => {
    let failed = false
    const send = () => {
      headers.set("Content-Type", "text/html; charset=utf-8")
      // A page that says "back in a moment" looks for itself whether we are.
      if (status === 503) headers.set("Refresh", "5")
      const body = new PassThrough()
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }))
      stream.pipe(body)
    }
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={page} url={request.url} abortDelay={streamTimeout} nonce={context.nonce} />
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        ...(whole ? { onAllReady: send } : { onShellReady: send }),
        onShellError: reject,
        onError(error) {
          failed = true
          if (!request.signal.aborted) context.report(error)
        },
      },
    )
    setTimeout(() => stream.abort(), streamTimeout + 1_000).unref()
  })
}
