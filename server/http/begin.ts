import { randomBytes } from "node:crypto"
import type { NextFunction, Request, Response } from "express"
import type { Log } from "#server/platform/log.ts"
import { beginVisit } from "./visit.ts"

/** Gives every request its id, its nonce and its line in the log. Addresses are logged without their query: it may hold a token. */
export function beginRequest(log: Log, headers: Readonly<Record<string, string>>) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const random = randomBytes(24)
    const requestId = random.subarray(0, 8).toString("hex")
    beginVisit(req, { requestId, nonce: random.subarray(8).toString("base64url") })
    res.setHeader("X-Request-Id", requestId)
    for (const name in headers) res.setHeader(name, headers[name] ?? "")
    if (log.isLevelEnabled("debug")) logWhenDone(log, requestId, req, res)
    next()
  }
}

function logWhenDone(log: Log, requestId: string, req: Request, res: Response): void {
  const began = performance.now()
  res.once("close", () => {
    const ms = Math.round(performance.now() - began)
    log.debug(
      {
        requestId,
        method: req.method,
        host: req.headers.host,
        path: req.path,
        status: res.statusCode,
        ms,
        whole: res.writableFinished,
      },
      "request",
    )
  })
}
