import type { Actor } from "#server/context/actor.ts"
import { customerSessions, findAccount, staffSessions } from "#server/domain/identity/index.ts"
import type { House } from "#server/house.ts"
import type { Site } from "#server/http/hosts/site.ts"
import type { CookieJar } from "./cookie-jar.ts"
import type { SignedInAccount, SignedInCustomer } from "./load-context.ts"

export interface Person {
  readonly account: SignedInAccount | null
  readonly customer: SignedInCustomer | null
  /** Undefined: a visitor. */
  readonly actor: Actor | undefined
}

export const nobody: Person = { account: null, customer: null, actor: undefined }

/** Who is signed in here. Each site has its own cookie and its own realm; without the cookie nothing is asked. */
export async function whoAsks(house: House, site: Site, cookies: CookieJar, visitorId: string): Promise<Person> {
  if (site.name === "storefront") return customerAt(house, site, cookies, visitorId)
  if (site.name === "console" || site.name === "admin") return accountAt(house, site.name, cookies)
  return nobody
}

async function customerAt(
  house: House,
  site: Extract<Site, { name: "storefront" }>,
  cookies: CookieJar,
  visitorId: string,
): Promise<Person> {
  const token = cookies.get("customer")
  if (token === undefined) return nobody
  const session = await customerSessions(house.tenantContext(site.tenant, { kind: "visitor", visitorId })).find(token)
  if (!session) return nobody
  if (session.renewed) cookies.set("customer", token, session.expiresAt)
  const { id, name, email } = session.user
  return { account: null, customer: { id, name, email }, actor: { kind: "customer", customerId: id, visitorId } }
}

async function accountAt(house: House, site: "console" | "admin", cookies: CookieJar): Promise<Person> {
  const kind = site === "console" ? "staff" : "admin"
  const token = cookies.get(kind)
  if (token === undefined) return nobody
  const platform = house.platformContext({ kind: "system" })
  const session = await staffSessions(platform, site).find(token)
  const account = session && (await findAccount(platform, session.userId))
  if (!session || !account) return nobody
  if (session.renewed) cookies.set(kind, token, session.expiresAt)
  const { id, name, email, platformAdmin } = account
  // A member's role is per shop: outside of one, an account acts with the least.
  const actor: Actor = site === "admin" ? { kind: "admin", accountId: id } : { kind: "staff", accountId: id, role: "clerk" }
  return { account: { id, name, email, platformAdmin }, customer: null, actor }
}
