import type { NextFunction, Request, Response } from "express"
import { type PlainAnswer, sendPlain } from "#server/http/pages/send-plain.ts"
import { visitOf } from "#server/http/visit.ts"
import type { House } from "#server/house.ts"
import { type Report, reporter } from "./report.ts"

/** Where everything ends that nobody answered: no stack, no message, a reference. */
export function lastResort({ log, meter }: Pick<House, "log" | "meter">) {
  return (error: unknown, req: Request, res: Response, _next: NextFunction): void => {
    const { requestId: reference, site } = visitOf(req)
    sendPlain(req, res, askedWrongly(error) ?? ourFault(reporter({ log, meter, site, reference })(error)))
  }
}

function ourFault({ status, reference }: ReturnType<Report>): PlainAnswer {
  return status === 503 ? { status, kind: "away", reference, retrySeconds: 3 } : { status, kind: "fault", reference }
}

/** Faults of the asker, as Express and its parsers mark them. */
function askedWrongly(error: unknown): PlainAnswer | undefined {
  if (error instanceof URIError) return { status: 400, kind: "malformed" }
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined
  if (status === 413) return { status, kind: "tooLarge" }
  if (typeof status === "number" && status >= 400 && status < 500) return { status, kind: "malformed" }
  return undefined
}
