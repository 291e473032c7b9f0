import type { Request, RequestHandler } from "express"
import type { House } from "#server/house.ts"
import type { Site } from "#server/http/hosts/site.ts"
import { sendPlain } from "#server/http/pages/send-plain.ts"
import { siteOf } from "#server/http/visit.ts"
import { minutes } from "#server/kernel/clock.ts"
import { limitKey, platformKey } from "#server/kernel/tenant-keys.ts"

interface Limit {
  readonly name: string
  readonly path: RegExp
  /** Per address and ten minutes. */
  readonly most: number
}

const limits: readonly Limit[] = [
  { name: "sign-in", path: /^(\/account)?\/sign-in$/, most: 30 },
  { name: "sign-up", path: /^(\/account)?\/sign-up$/, most: 15 },
  { name: "checkout", path: /^\/checkout$/, most: 60 },
  { name: "watch", path: /^\/back-in-stock$/, most: 20 },
]

/** Slows down whoever tries many passwords, opens many accounts places many orders or has mails sent to many from one address. */
export function limitRate(house: House): RequestHandler {
  if (!house.config.rateLimits) return (_req, _res, next) => next()
  return async (req, res, next) => {
    try {
      const limit = req.method === "POST" ? limits.find(({ path }) => path.test(req.path.replace(/\.data$/, ""))) : undefined
      const waitMs = limit ? await house.ports.limits.take(keyOf(siteOf(req), limit.name, req), limit.most, minutes(10)) : 0
      if (waitMs > 0) return sendPlain(req, res, { status: 429, kind: "tooMany", retrySeconds: Math.ceil(waitMs / 1_000) })
      next()
    } catch (error) {
      next(error)
    }
  }
}

function keyOf(site: Site, name: string, req: Request): string {
  const address = req.ip ?? ""
  return site.name === "storefront"
    ? limitKey(site.tenant.id, name, "address", address)
    : platformKey("limit", site.name, name, address)
}
