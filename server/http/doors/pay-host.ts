import type { RequestListener } from "node:http"
import type { RequestHandler } from "express"
import { siteOf } from "#server/http/visit.ts"

const ownWords = [
  "Content-Security-Policy",
  "X-Frame-Options",
  "Cross-Origin-Opener-Policy",
  "Cross-Origin-Resource-Policy",
  "Permissions-Policy",
]

/** The card simulator's host: another party's, so it sets its own policies and checks its own callers. */
export function payHost(listener: RequestListener | undefined): RequestHandler {
  return (req, res, next) => {
    if (siteOf(req).name !== "pay") return next()
    if (!listener) return void res.status(404).end()
    for (const name of ownWords) res.removeHeader(name)
    listener(req, res)
  }
}
