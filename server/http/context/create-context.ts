import type { TenantContext } from "#server/context/tenant-context.ts"
import { findMembership } from "#server/domain/identity/index.ts"
import type { House } from "#server/house.ts"
import { reporter } from "#server/http/answers/report.ts"
import type { PageSite } from "#server/http/hosts/page-site.ts"
import { after, days } from "#server/kernel/clock.ts"
import { isId, newId } from "#server/kernel/ids.ts"
import { isLanguage, type Language, preferredLanguage } from "#server/kernel/languages.ts"
import { itself } from "#server/messages/pulse.ts"
import type { CookieJar } from "./cookie-jar.ts"
import type { LiveWatch } from "./live-watch.ts"
import type { LoadContext } from "./load-context.ts"
import type { Person } from "./who-asks.ts"

/** What every request's context is made from. */
export interface ContextGround {
  readonly house: House
  readonly live: LiveWatch
}

export interface ContextParts extends ContextGround {
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

/** A shop speaks its own language to everyone; the other sites speak the reader's. */
export function languageOf(site: PageSite, chosen: string | undefined, accepted: string | undefined): Language {
  if (site.name === "storefront") return isLanguage(site.tenant.language) ? site.tenant.language : "en"
  return isLanguage(chosen) ? chosen : preferredLanguage(accepted)
}

export function contextOf({ house, live, site, cookies, person, visitorId, ...rest }: ContextParts): LoadContext {
  const actor = person.actor ?? { kind: "visitor" as const, visitorId }
  const cartId = cookies.get("cart")
  return {
    language: rest.language,
    nonce: rest.nonce,
    requestId: rest.requestId,
    clientAddress: rest.clientAddress,
    cacheable: rest.cacheable,
    site: site.name,
    origin: site.origin,
    tenant: site.name === "storefront" ? house.tenantContext(site.tenant, actor) : null,
    platform: house.platformContext(actor),
    shop: (slug) => staffedShop(house, person, slug),
    account: person.account,
    customer: person.customer,
    visitorId,
    cartId: isId("cart", cartId) ? cartId : null,
    keepCart: () => keptId(cookies, "cart", house.clock.now()),
    cookies,
    links: house.ports.links,
    payments: house.ports.payments.browser,
    seqOf: (tenantId) => live.seqOf(tenantId),
    countRefusal: () => house.meter.refusal(site.name === "storefront" ? site.tenant.id : itself),
    report: reporter({ log: house.log, meter: house.meter, site, reference: rest.requestId }),
    pulse: site.name === "admin" && person.account?.platformAdmin ? live.pulse : null,
  }
}

async function staffedShop(house: House, { account }: Person, slug: string): Promise<TenantContext> {
  const found = account && (await findMembership(house.platformContext({ kind: "system" }), account.id, slug))
  if (!account || !found) throw new Response(null, { status: 404 })
  return house.tenantContext(found.tenant, { kind: "staff", accountId: account.id, role: found.role })
}

/** An id in a cookie, made and set when there is none. */
export function keptId(cookies: CookieJar, kind: "visitor" | "cart", now: Date): string {
  const held = cookies.get(kind)
  if (isId(kind, held)) return held
  const id = newId(kind, now.getTime())
  cookies.set(kind, id, after(now, days(kind === "cart" ? 60 : 365)))
  return id
}
