import { gzipSync } from "node:zlib"
import type { Request, Response } from "express"
import { compressedBody } from "./compressed-page.ts"
import { plainBody, type StoredPage } from "./stored-page.ts"

export interface PageAnswer {
  readonly nonce: string
  readonly policy: string
  /** The answer depends on the reader's language: a cache in between must not mix them up. */
  readonly byLanguage: boolean
}

const acceptsGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i

/** Answers a kept page with a fresh nonce. */
export function sendPage(req: Request, res: Response, page: StoredPage, { nonce, policy, byLanguage }: PageAnswer): void {
  res.setHeader("ETag", page.etag)
  res.setHeader(
    "Cache-Control",
    byLanguage ? "private, max-age=0, must-revalidate" : "public, max-age=0, s-maxage=60, must-revalidate",
  )
  res.setHeader("Vary", byLanguage ? "Accept-Encoding, Accept-Language, Cookie" : "Accept-Encoding")
  res.setHeader("Surrogate-Key", page.surrogates.join(" "))
  // The body that the browser has carries the nonce of its own policy: a new policy would shut out its scripts.
  if (isKnown(req.headers["if-none-match"], page.etag)) return void res.writeHead(304).end()

  for (const name in page.headers) res.setHeader(name, page.headers[name] ?? "")
  res.setHeader("Content-Security-Policy", policy)
  const takesGzip = acceptsGzip.test(req.headers["accept-encoding"]?.toString() ?? "")
  const body = takesGzip ? compressedWith(page, nonce) : plainBody(page, nonce)
  if (takesGzip) res.setHeader("Content-Encoding", "gzip")
  res.setHeader("Content-Length", body.length)
  res.writeHead(page.status)
  res.end(req.method === "HEAD" ? undefined : body)
}

const answered = new WeakSet<StoredPage>()

/** The first reader's is compressed as one, which takes a third of the time; from the second on it is worth to keep the pieces so. */
function compressedWith(page: StoredPage, nonce: string): Buffer {
  if (answered.has(page)) return compressedBody(page.pieces, page.compressed, nonce)
  answered.add(page)
  return gzipSync(plainBody(page, nonce), { level: 4 })
}

function isKnown(header: string | undefined, etag: string): boolean {
  return header?.split(",").some((known) => known.trim() === etag) ?? false
}
