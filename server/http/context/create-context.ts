import type { Request, Response } from "express"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { findMembership } from "#server/domain/identity/index.ts"
import type { House } from "#server/house.ts"
import { type IdKind, isId, newId } from "#server/kernel/ids.ts"
import { isLanguage, type Language, preferredLanguage } from "#server/kernel/languages.ts"
import { after, days } from "#server/kernel/clock.ts"
import { reporter } from "#server/http/answers/report.ts"
import type { Site } from "#server/http/hosts/site.ts"
import { siteOf, visitOf } from "#server/http/visit.ts"
import { type CookieJar, cookieJarOf, emptyCookieJar } from "./cookie-jar.ts"
import type { LoadContext } from "./load-context.ts"
import { nobody, type Person, whoAsks } from "./who-asks.ts"

type PageSite = Exclude<Site, { name: "pay" }>

interface Parts {
  readonly house: House
  readonly site: PageSite
  readonly cookies: CookieJar
  readonly person: Person
  readonly visitorId: string
  readonly language: Language
  readonly nonce: string
  readonly requestId: string
  readonly clientAddress: string
  readonly cacheable: (surrogates: readonly string[]) => void
}

/** The context of one person's request: cookies are read, the session is looked up. */
export async function personalContext(house: House, req: Request, res: Response): Promise<LoadContext> {
  const site = pageSite(siteOf(req))
  const cookies = cookieJarOf(req, res)
  const visitorId = site.name === "storefront" ? keptId(cookies, "visitor", house.clock.now()).id : ""
  const person = await whoAsks(house, site, cookies, visitorId)
  return contextOf({
    ...{ house, site, cookies, person, visitorId },
    language: languageOf(site, cookies.get("language"), req.headers["accept-language"]),
    nonce: visitOf(req).nonce,
    requestId: visitOf(req).requestId,
    clientAddress: req.ip ?? "",
    cacheable: () => undefined,
  })
}

export interface CommonPage {
  readonly site: PageSite
  readonly language: Language
  readonly nonce: string
  readonly requestId: string
  readonly cacheable: (surrogates: readonly string[]) => void
}

/** The context of a page that is the same for all: it knows nobody, so it can depend on nobody. */
export function commonContext(house: House, page: CommonPage): LoadContext {
  return contextOf({ ...page, house, cookies: emptyCookieJar, person: nobody, visitorId: "", clientAddress: "" })
}

export function pageSite(site: Site): PageSite {
  if (site.name === "pay") throw new Error("the pay host has no pages of ours")
  return site
}

/** A shop speaks its own language to everyone; the other sites speak the reader's. */
export function languageOf(site: PageSite, chosen: string | undefined, accepted: string | undefined): Language {
  if (site.name === "storefront") return isLanguage(site.tenant.language) ? site.tenant.language : "en"
  return isLanguage(chosen) ? chosen : preferredLanguage(accepted)
}

function contextOf({ house, site, cookies, person, visitorId, ...rest }: Parts): LoadContext {
  const platform = house.platformContext(person.actor ?? { kind: "visitor", visitorId })
  const cartId = cookies.get("cart")
  return {
    ...rest,
    site: site.name,
    origin: site.origin,
    tenant: site.name === "storefront" ? house.tenantContext(site.tenant, person.actor ?? { kind: "visitor", visitorId }) : null,
    platform,
    shop: (slug) => staffedShop(house, person, slug),
    account: person.account,
    customer: person.customer,
    visitorId,
    cartId: isId("cart", cartId) ? cartId : null,
    keepCart: () => keptId(cookies, "cart", house.clock.now()).id,
    cookies,
    links: house.ports.links,
    payments: house.ports.payments.browser,
    report: reporter(house.log, rest.requestId),
  }
}

async function staffedShop(house: House, { account }: Person, slug: string): Promise<TenantContext> {
  const found = account && (await findMembership(house.platformContext({ kind: "system" }), account.id, slug))
  if (!account || !found) throw new Response(null, { status: 404 })
  return house.tenantContext(found.tenant, { kind: "staff", accountId: account.id, role: found.role })
}

/** An id in a cookie, made and set when there is none. */
function keptId(cookies: CookieJar, kind: IdKind & ("visitor" | "cart"), now: Date): { id: string } {
  const held = cookies.get(kind)
  if (isId(kind, held)) return { id: held }
  const id = newId(kind, now.getTime())
  cookies.set(kind, id, after(now, days(kind === "cart" ? 60 : 365)))
  return { id }
}
