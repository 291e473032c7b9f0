import type { Request, Response } from "express"
import { preferredLanguage } from "#server/kernel/languages.ts"
import { visitOf } from "#server/http/visit.ts"
import { type PlainKind, plainPage } from "./plain-page.ts"

export interface PlainAnswer {
  readonly status: number
  readonly kind: PlainKind
  readonly reference?: string
  readonly retrySeconds?: number
}

/** Answers without help of pages, database or build. Its own policy is the strictest: it loads nothing. */
export function sendPlain(req: Request, res: Response, { status, ...page }: PlainAnswer): void {
  if (res.headersSent) return void res.destroy()
  const { nonce } = visitOf(req)
  res.status(status)
  res.removeHeader("ETag")
  res.setHeader("Cache-Control", "no-store")
  res.setHeader(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  if (page.retrySeconds !== undefined) res.setHeader("Retry-After", String(page.retrySeconds))
  const language = preferredLanguage(req.headers["accept-language"])
  res.type("html").send(plainPage({ ...page, language, nonce }))
}
