import type { IncomingHttpHeaders } from "node:http"

const safe: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"])

/**
 * Whether a request may change something: a browser says that it comes from this very origin, or, if it is too old to say so,
 * its `Origin` is exactly ours. A request that says neither is refused: so is every sibling shop's.
 */
export function isOwnRequest(method: string, headers: IncomingHttpHeaders, canonicalOrigin: string): boolean {
  if (safe.has(method)) return true
  const site = headers["sec-fetch-site"]
  if (site !== undefined) return site === "same-origin"
  return headers.origin !== undefined && headers.origin === canonicalOrigin
}
