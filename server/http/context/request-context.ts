import type { Request, Response } from "express"
import { type PageSite, pageSite } from "#server/http/hosts/page-site.ts"
import { siteOf, visitOf } from "#server/http/visit.ts"
import type { Language } from "#server/kernel/languages.ts"
import { cookieJarOf, emptyCookieJar } from "./cookie-jar.ts"
import { type ContextGround, contextOf, keptId, languageOf } from "./create-context.ts"
import type { LoadContext } from "./load-context.ts"
import { nobody, whoAsks } from "./who-asks.ts"

/** The context of one person's request: cookies are read, the session is looked up. */
export async function personalContext(ground: ContextGround, req: Request, res: Response): Promise<LoadContext> {
  const { house } = ground
  const site = pageSite(siteOf(req))
  const cookies = cookieJarOf(req, res)
  const visitorId = site.name === "storefront" ? keptId(cookies, "visitor", house.clock.now()) : ""
  const person = await whoAsks(house, site, cookies, visitorId)
  return contextOf({
    ...{ ...ground, site, cookies, person, visitorId },
    language: languageOf(site, cookies.get("language"), req.headers["accept-language"]),
    ...identityOf(req),
    clientAddress: req.ip ?? "",
    cacheable: () => undefined,
  })
}

/** For what is no page: addresses that match nothing, and the browser's questions about routes. */
export function strangersContext(ground: ContextGround, req: Request): LoadContext {
  const site = pageSite(siteOf(req))
  const language = languageOf(site, undefined, req.headers["accept-language"])
  return commonContext(ground, { site, language, ...identityOf(req), cacheable: () => undefined })
}

function identityOf(req: Request): { nonce: string; requestId: string } {
  const { nonce, requestId } = visitOf(req)
  return { nonce, requestId }
}

export interface CommonPage {
  readonly site: PageSite
  readonly language: Language
  readonly nonce: string
  readonly requestId: string
  readonly cacheable: (surrogates: readonly string[]) => void
}

/** The context of a page that is the same for all: it knows nobody, so it can depend on nobody. */
export function commonContext(ground: ContextGround, page: CommonPage): LoadContext {
  return contextOf({ ...page, ...ground, cookies: emptyCookieJar, person: nobody, visitorId: "", clientAddress: "" })
}
