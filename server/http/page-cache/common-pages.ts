import { randomBytes } from "node:crypto"
import type { Request, RequestHandler, Response } from "express"
import { type ContextGround, languageOf } from "#server/http/context/create-context.ts"
import { type PageSite, pageSite } from "#server/http/hosts/page-site.ts"
import { cookieNames, parseCookies } from "#server/http/context/cookie-jar.ts"
import type { PolicyOf } from "#server/http/security/headers.ts"
import type { SiteBuilds } from "#server/http/site-builds.ts"
import { siteOf, visitOf } from "#server/http/visit.ts"
import { cacheKey, platformKey } from "#server/kernel/tenant-keys.ts"
import { commonAddress } from "./page-address.ts"
import type { Outcome, PageStore } from "./page-store.ts"
import { commonRenderer } from "./render-common.ts"
import { sendPage } from "./send-page.ts"
import type { RenderedPage } from "./stored-page.ts"

/** As long as a nonce, never shown to anyone, new with each process: nothing that a shop writes can contain it. */
const placeholder = randomBytes(16).toString("base64url")

/** Answers the pages that are the same for all: from memory, or rendered once for everyone who waits. */
export function commonPages(ground: ContextGround, builds: SiteBuilds, store: PageStore, policyOf: PolicyOf): RequestHandler {
  const { pageCache } = ground.house.config
  const storefront = {
    render: commonRenderer(ground, builds.storefront, placeholder),
    ids: new Set(Object.keys(builds.storefront.routes)),
  }
  const market = { render: commonRenderer(ground, builds.market, placeholder), ids: new Set(Object.keys(builds.market.routes)) }

  async function answer(req: Request, res: Response, site: PageSite, address: string): Promise<void> {
    const { nonce, requestId } = visitOf(req)
    const byLanguage = site.name !== "storefront"
    const language = languageOf(site, parseCookies(req.headers.cookie).get(cookieNames.language), req.headers["accept-language"])
    const { key, scope } = keyOf(site, address, language)
    const kept = pageCache ? store.find(key) : undefined
    const answer = { nonce, policy: policyOf(site.origin)(nonce), byLanguage }
    if (kept) return sendPage(req, res, kept, answer)

    const { render } = site.name === "market" ? market : storefront
    const run = () => render({ address, site, language, requestId })
    const outcome: Outcome = pageCache ? await store.render(key, scope, run) : await run()
    if (outcome.page) return sendPage(req, res, outcome.page, answer)
    sendUnkept(req, res, outcome.rendered, nonce, answer.policy)
  }

  return (req, res, next) => {
    const site = siteOf(req)
    const part = site.name === "storefront" ? storefront : site.name === "market" ? market : undefined
    const isRead = req.method === "GET" || req.method === "HEAD"
    const address = part && isRead ? commonAddress(pageSite(site).name, req.originalUrl, part.ids) : undefined
    if (address === undefined) return next()
    answer(req, res, pageSite(site), address).catch(next)
  }
}

/** The market shows goods of every shop: whatever is dropped concerns it. */
function keyOf(site: PageSite, address: string, language: string): { key: string; scope: string } {
  if (site.name !== "storefront") return { key: platformKey("cache", site.name, language, address), scope: "" }
  const { id, currency } = site.tenant
  return { key: cacheKey(id, address, language, currency), scope: id }
}

function sendUnkept(req: Request, res: Response, { status, headers, body }: RenderedPage, nonce: string, policy: string): void {
  for (const name in headers) res.setHeader(name, headers[name] ?? "")
  res.setHeader("Content-Security-Policy", policy)
  res.setHeader("Cache-Control", "private, no-store")
  const text = Buffer.from(body.replaceAll(placeholder, nonce))
  res.setHeader("Content-Length", text.length)
  res.writeHead(status)
  res.end(req.method === "HEAD" || status === 204 || status === 304 ? undefined : text)
}
