import type { IncomingMessage, ServerResponse } from "node:http"
import { ApiFault } from "./api-fault.ts"

const mostBytes = 64 * 1024

/** @throws ApiFault 413 rather than read without end. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > mostBytes) throw new ApiFault(413, { type: "invalid_request_error", message: "Request body is too large." })
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString("utf8")
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": bytes.length,
    "cache-control": "no-cache, no-store",
    "x-content-type-options": "nosniff",
    ...headers,
  })
  response.end(bytes)
}

/** Every shop's pages may call, as every site's may call Stripe; what they may do is a matter of keys. No cookies are involved. */
export function corsHeaders(request: IncomingMessage): Record<string, string> {
  const origin = request.headers.origin
  if (origin === undefined) return {}
  return { "access-control-allow-origin": origin, "access-control-expose-headers": "Request-Id", vary: "Origin" }
}

export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    ...corsHeaders(request),
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key, Stripe-Version",
    "access-control-max-age": "600",
  })
  response.end()
}
