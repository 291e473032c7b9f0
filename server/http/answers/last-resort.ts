import type { NextFunction, Request, Response } from "express"
import { sendPlain } from "#server/http/pages/send-plain.ts"
import { visitOf } from "#server/http/visit.ts"
import type { Log } from "#server/platform/log.ts"
import { reporter } from "./report.ts"

/** Where everything ends that nobody answered: no stack, no message, a reference. */
export function lastResort(log: Log) {
  return (error: unknown, req: Request, res: Response, _next: NextFunction): void => {
    const asked = askedWrongly(error)
    if (asked) return sendPlain(req, res, asked)
    const { status, reference } = reporter(log, visitOf(req).requestId)(error)
    if (status === 503) return sendPlain(req, res, { status, kind: "away", reference, retrySeconds: 3 })
    sendPlain(req, res, { status, kind: "fault", reference })
  }
}

/** Faults of the asker, as Express and its parsers mark them. */
function askedWrongly(error: unknown) {
  if (error instanceof URIError) return { status: 400, kind: "malformed" } as const
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined
  if (status === 413) return { status, kind: "tooLarge" } as const
  if (typeof status === "number" && status >= 400 && status < 500) return { status, kind: "malformed" } as const
  return undefined
}
