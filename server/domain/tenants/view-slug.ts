import type { PlatformContext } from "#server/context/platform-context.ts"
import { isReserved } from "./slug.ts"
import { shopSlug } from "./shop-request.ts"

export interface SlugView {
  readonly slug: string
  readonly state: "free" | "taken" | "reserved" | "malformed"
}

/** What `openShop` would say of an address now; another merchant may still be faster. */
export async function viewSlug(platform: PlatformContext, text: string): Promise<SlugView> {
  const parsed = shopSlug.safeParse(text)
  if (!parsed.success) return { slug: text.slice(0, 40), state: "malformed" }
  const slug = parsed.data
  if (isReserved(slug)) return { slug, state: "reserved" }
  const known = await platform.read(
    "tenants.view-slug",
    ({ sql }) => sql<{ id: string }>`select id from tenant where slug = ${slug}`,
  )
  return { slug, state: known.length > 0 ? "taken" : "free" }
}
