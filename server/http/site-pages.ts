import { createRequestHandler } from "@remix-run/express"
import type { ServerBuild } from "@remix-run/node"
import { matchRoutes } from "@remix-run/react"
import type { RequestHandler } from "express"
import { LRUCache } from "lru-cache"
import type { ContextGround } from "./context/create-context.ts"
import { personalContext, strangersContext } from "./context/request-context.ts"
import { pageSite } from "./hosts/page-site.ts"
import type { PolicyOf } from "./security/headers.ts"
import type { SiteBuilds } from "./site-builds.ts"
import { siteOf, visitOf } from "./visit.ts"

/** Each host gets the pages of its site, and none of another's. */
export function sitePages(ground: ContextGround, builds: SiteBuilds, policyOf: PolicyOf): RequestHandler {
  const pages = {
    storefront: pagesOf(ground, builds.storefront),
    market: pagesOf(ground, builds.market),
    console: pagesOf(ground, builds.console),
    admin: pagesOf(ground, builds.admin),
  }
  return (req, res, next) => {
    const site = pageSite(siteOf(req))
    res.setHeader("Content-Security-Policy", policyOf(site.origin)(visitOf(req).nonce))
    res.setHeader("Cache-Control", "private, no-store")
    pages[site.name](req, res, next)
  }
}

/** Nobody is looked up for an address that is no page: a 404 costs no statement. */
function pagesOf(ground: ContextGround, build: ServerBuild): RequestHandler {
  const isPage = pageTest(build)
  const handle = createRequestHandler({
    build,
    mode: "production",
    getLoadContext: async (req, res) => ({
      ...(isPage(req.path) ? await personalContext(ground, req, res) : strangersContext(ground, req)),
    }),
  })
  return (req, res, next) => {
    // Data goes by `.data` addresses; this older way names a route in the query.
    if ("_data" in req.query) return void res.status(400).end()
    return handle(req, res, next)
  }
}

const mostKept = 10_000

/** Whether an address leads to a page. Remembered: the router works out all its patterns anew each time that it is asked. */
function pageTest(build: ServerBuild): (path: string) => boolean {
  const tree = routeTree(build.routes)
  const known = new LRUCache<string, boolean>({ max: mostKept })
  return (path) => {
    const page = path.replace(/\.data$/, "").replace(/^\/_root$/, "/")
    const is = known.get(page) ?? (page !== "/__manifest" && matchRoutes(tree, page) !== null)
    if (page.length < 200) known.set(page, is)
    return is
  }
}

type RouteObject = Parameters<typeof matchRoutes>[0][number]

function routeTree(routes: ServerBuild["routes"], parentId?: string): RouteObject[] {
  return Object.values(routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, index: true } : { id, ...(path === undefined ? {} : { path }), children: routeTree(routes, id) },
    )
}
