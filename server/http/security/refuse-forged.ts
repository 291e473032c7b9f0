import type { NextFunction, Request, Response } from "express"
import { sendPlain } from "#server/http/pages/send-plain.ts"
import { siteOf } from "#server/http/visit.ts"
import { isOwnRequest } from "./csrf.ts"

export function refuseForged(req: Request, res: Response, next: NextFunction): void {
  if (isOwnRequest(req.method, req.headers, siteOf(req).origin)) next()
  else sendPlain(req, res, { status: 403, kind: "forged" })
}
