import { hostSlugFrom } from "#server/kernel/slug.ts"
import { refuse } from "#server/messages/refusals.ts"

/** Host names that are the platform's own, today or one day, or that would be mistaken for it. */
const reserved: ReadonlySet<string> = new Set(
  `about account admin api app apps assets auth billing blog cart cdn checkout console dashboard dev docs files ftp help
  images imap internal legal live localhost login mail market media metrics mobile new news pay payments pop rialto search secure
  security shop shops signin signup smtp ssl staging static status store support test tests webhooks webmail www xn`.split(/\s+/),
)

/** A suggestion for a shop's address; empty when the name has no Latin letter or digit. */
export function slugOf(name: string): string {
  return hostSlugFrom(name)
}

/** @throws Refusal tenants.slug-reserved */
export function checkSlugIsFree(slug: string): void {
  if (isReserved(slug)) refuse("tenants.slug-reserved", { slug })
}

export function isReserved(slug: string): boolean {
  return reserved.has(slug) || slug.startsWith("xn--")
}
