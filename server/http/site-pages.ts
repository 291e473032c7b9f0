import type { ServerBuild } from "@remix-run/node"
import type { RequestHandler } from "express"
import type { House } from "#server/house.ts"
import { remixSite } from "./remix-site.ts"
import { contentPolicy } from "./security/headers.ts"
import { splitBuild } from "./site-builds.ts"
import { siteOf, visitOf } from "./visit.ts"
import { pageSite } from "./context/create-context.ts"

/** Each host gets the pages of its site, and none of another's. */
export function sitePages(house: House, build: ServerBuild): RequestHandler {
  const builds = splitBuild(build)
  const pages = {
    storefront: remixSite(house, builds.storefront),
    market: remixSite(house, builds.market),
    console: remixSite(house, builds.console),
    admin: remixSite(house, builds.admin),
  }
  return (req, res, next) => {
    const site = pageSite(siteOf(req))
    res.setHeader("Content-Security-Policy", contentPolicy({ origin: site.origin, payments: house.ports.payments.browser })(visitOf(req).nonce))
    res.setHeader("Cache-Control", "private, no-store")
    pages[site.name](req, res, next)
  }
}
