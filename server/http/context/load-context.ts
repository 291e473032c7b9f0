import type { PlatformContext } from "#server/context/platform-context.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Language } from "#server/kernel/languages.ts"
import type { Links } from "#server/ports/links.ts"
import type { BrowserPayment } from "#server/ports/payment-gateway.ts"
import type { Report } from "#server/http/answers/report.ts"
import type { SiteName } from "#server/http/hosts/site.ts"
import type { CookieJar } from "./cookie-jar.ts"
import type { PulseSource } from "./live-watch.ts"

/** Everything that a loader or an action may reach. One per request; the only door from a page to the product. */
export type LoadContext = {
  readonly site: SiteName
  /** Canonical `scheme://host[:port]` of this site. */
  readonly origin: string
  readonly nonce: string
  readonly language: Language
  /** The shop at this host, asked by this visitor or customer. Null on the other sites. */
  readonly tenant: TenantContext | null
  /** Across shops. The actor is the signed-in account on console and admin, otherwise a visitor. */
  readonly platform: PlatformContext
  /**
   * Console only: the shop of that slug, asked by the signed-in member.
   * @throws a 404 response for a stranger as for a shop that does not exist, so that neither is told.
   */
  shop(slug: string): Promise<TenantContext>
  readonly account: SignedInAccount | null
  readonly customer: SignedInCustomer | null
  readonly visitorId: string
  readonly cartId: string | null
  /** The visitor's cart id; a new one is made and kept in the cookie when there was none. */
  keepCart(): string
  readonly cookies: CookieJar
  readonly clientAddress: string
  readonly requestId: string
  readonly links: Links
  readonly payments: BrowserPayment
  /** Where a shop's live stream stands, at least. Read it before the rows of a page, so that the page can be caught up from there. */
  seqOf(tenantId: string): number
  /** Counts a no, for the admin's pulse. The guard and `orRefusal` do. */
  countRefusal(): void
  /** Logs a fault once; what it answers may be shown to a person. Loaders and actions are guarded already. */
  readonly report: Report
  /** For platform admins at the admin's site; null for everybody else. */
  readonly pulse: PulseSource | null
  /**
   * Says that this page is the same for everyone who asks for it in this language, until an event names one of the surrogate
   * keys (`surrogate` of server/kernel/tenant-keys.ts). Changes nothing on paths that are not cached.
   */
  cacheable(surrogates: readonly string[]): void
}

export interface SignedInAccount {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly platformAdmin: boolean
}

export interface SignedInCustomer {
  readonly id: string
  readonly name: string
  readonly email: string
}
