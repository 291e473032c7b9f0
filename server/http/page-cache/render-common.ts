import { createRequestHandler, type ServerBuild } from "@remix-run/node"
import type { ContextGround } from "#server/http/context/create-context.ts"
import { type CommonPage, commonContext } from "#server/http/context/request-context.ts"
import type { Outcome } from "./page-store.ts"
import { storedPage } from "./stored-page.ts"

export type CommonRequest = Omit<CommonPage, "cacheable" | "nonce"> & { readonly address: string }

/** Decided here, for all pages alike. */
const ours: ReadonlySet<string> = new Set([
  "cache-control",
  "content-length",
  "content-security-policy",
  "etag",
  "set-cookie",
  "surrogate-key",
  "vary",
])

/** Renders a page for a stranger. It is kept when its loader says what it depends on; a page that is not there may be kept as well. */
export function commonRenderer(ground: ContextGround, build: ServerBuild, placeholder: string) {
  const handle = createRequestHandler(build, "production")
  return async ({ address, ...page }: CommonRequest): Promise<Outcome> => {
    const surrogates = new Set<string>()
    const cacheable = (keys: readonly string[]) => keys.forEach((key) => void surrogates.add(key))
    const context = commonContext(ground, { ...page, nonce: placeholder, cacheable })
    const response = await handle(new Request(page.site.origin + address, { headers: { "x-whole-page": "1" } }), { ...context })
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !ours.has(name)))
    const rendered = { status: response.status, headers, body: await response.text(), surrogates: [...surrogates] }
    const lasting =
      surrogates.size > 0 && (rendered.status === 200 || rendered.status === 404) && !response.headers.has("Set-Cookie")
    return lasting ? { rendered, page: storedPage(rendered, placeholder) } : { rendered }
  }
}
