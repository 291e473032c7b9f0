import type { IncomingMessage } from "node:http"
import { type SessionRef, sessionIdOf } from "#server/domain/identity/index.ts"
import type { House } from "#server/house.ts"
import { type CookieJar, cookieNames, parseCookies } from "#server/http/context/cookie-jar.ts"
import { type Person, whoAsks } from "#server/http/context/who-asks.ts"
import { findSite } from "#server/http/hosts/find-site.ts"
import type { Site } from "#server/http/hosts/site.ts"
import type { TenantDirectory } from "#server/http/hosts/tenant-directory.ts"
import { isId } from "#server/kernel/ids.ts"
import type { Doorkeeper } from "./doorkeeper.ts"

/** Who is at the other end of a socket: found once, at the handshake, as a page would find it. */
export interface Guest {
  readonly site: Exclude<Site, { name: "pay" | "market" }>
  readonly person: Person
  /** Empty while the browser has none. */
  readonly visitorId: string
  readonly session: SessionRef | undefined
}

export interface Entrance {
  readonly house: House
  readonly tenants: TenantDirectory
  readonly door: Doorkeeper
}

/**
 * Undefined: no host of ours or one that has nothing to tell, a closed shop, a page of another origin, nobody signed in where all are,
 * or too many.
 */
export async function findGuest({ house, tenants, door }: Entrance, request: IncomingMessage): Promise<Guest | undefined> {
  const site = await findSite(house.addresses, tenants, request.headers.host)
  if (!site || site.name === "pay" || site.name === "market" || !comesFrom(site.origin, request)) return undefined
  if (site.name === "storefront" && site.tenant.status !== "active") return undefined
  if (!(await door.mayKnock(site))) return undefined

  const cookies = readOnlyJar(request.headers.cookie)
  const visitor = cookies.get("visitor")
  const visitorId = isId("visitor", visitor) ? visitor : ""
  const person = await whoAsks(house, site, cookies, visitorId)
  if (site.name !== "storefront" && !person.account) return undefined
  const guest = { site, person, visitorId, session: sessionOf(site, person, cookies) }
  return (await door.mayEnter(guest)) ? guest : undefined
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
