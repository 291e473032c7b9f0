import type { NextFunction, Request, Response } from "express"

const forwarded = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-for", "x-forwarded-port", "forwarded", "x-whole-page"]

/** What a stranger says about how the request came here is not read by anyone behind this line; nor are our own inner words. */
export function dropForwardedHeaders(trustedProxies: number) {
  const names = trustedProxies > 0 ? ["x-forwarded-host", "x-whole-page"] : forwarded
  return (req: Request, _res: Response, next: NextFunction): void => {
    for (const name of names) delete req.headers[name]
    next()
  }
}
