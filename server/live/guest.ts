import type { IncomingMessage } from "node:http"
import { type SessionRef, sessionIdOf } from "#server/domain/identity/index.ts"
import type { House } from "#server/house.ts"
import { type CookieJar, cookieNames, parseCookies } from "#server/http/context/cookie-jar.ts"
import { type Person, whoAsks } from "#server/http/context/who-asks.ts"
import { findSite } from "#server/http/hosts/find-site.ts"
import type { Site } from "#server/http/hosts/site.ts"
import type { TenantDirectory } from "#server/http/hosts/tenant-directory.ts"
import { isId } from "#server/kernel/ids.ts"

/** Who is at the other end of a socket: found once, at the handshake, as a page would find it. */
export interface Guest {
  readonly site: Exclude<Site, { name: "pay" }>
  readonly person: Person
  /** Empty while the browser has none. */
  readonly visitorId: string
  readonly session: SessionRef | undefined
}

/** Undefined: no host of ours, a closed shop, or a page of another origin. */
export async function findGuest(house: House, tenants: TenantDirectory, request: IncomingMessage): Promise<Guest | undefined> {
  const site = await findSite(house.addresses, tenants, request.headers.host)
  if (!site || site.name === "pay" || !comesFrom(site.origin, request)) return undefined
  if (site.name === "storefront" && site.tenant.status !== "active") return undefined

  const cookies = readOnlyJar(request.headers.cookie)
  const visitor = cookies.get("visitor")
  const visitorId = isId("visitor", visitor) ? visitor : ""
  const person = await whoAsks(house, site, cookies, visitorId)
  return { site, person, visitorId, session: sessionOf(site, person, cookies) }
}

/** WebSockets always name their origin; polling from the page itself says `same-origin` instead. */
function comesFrom(origin: string, { headers }: IncomingMessage): boolean {
  return headers.origin === undefined ? headers["sec-fetch-site"] === "same-origin" : headers.origin === origin
}

function sessionOf(site: Site, person: Person, cookies: CookieJar): SessionRef | undefined {
  const token = cookies.get(site.name === "storefront" ? "customer" : site.name === "admin" ? "admin" : "staff")
  if (token === undefined || person.actor === undefined) return undefined
  return { tenantId: site.name === "storefront" ? site.tenant.id : undefined, id: sessionIdOf(token) }
}

/** A handshake sets no cookies. */
function readOnlyJar(header: string | undefined): CookieJar {
  const held = parseCookies(header)
  return { get: (kind) => held.get(cookieNames[kind]), set: () => undefined, clear: () => undefined }
}
