import type { NextFunction, Request, Response } from "express"
import { sendPlain } from "#server/http/pages/send-plain.ts"
import { visitOf } from "#server/http/visit.ts"
import type { Addresses } from "#server/platform/links/addresses.ts"
import { findSite } from "./find-site.ts"
import { hostName } from "./host-name.ts"
import type { TenantDirectory } from "./tenant-directory.ts"

/** Which site was asked; an unknown host and a closed shop go no further. */
export function enterSite(addresses: Addresses, tenants: TenantDirectory) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    try {
      const site = await findSite(addresses, tenants, req.headers.host)
      if (!site) return sendPlain(req, res, { status: 404, kind: "unknownHost" })
      if (site.name === "storefront") {
        if (site.tenant.status !== "active") return sendPlain(req, res, { status: 503, kind: "closed", retrySeconds: 3600 })
        if (site.tenant.host !== hostName(req.headers.host) && req.method === "GET")
          return res.redirect(308, site.origin + localPath(req.originalUrl))
      }
      visitOf(req).site = site
      next()
    } catch (error) {
      next(error)
    }
  }
}

/** The request line may hold `//elsewhere` or a whole URL: only its path and query are kept. */
function localPath(target: string): string {
  const url = new URL(target, "http://here")
  return url.pathname.replace(/^\/{2,}/, "/") + url.search
}
