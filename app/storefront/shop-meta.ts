import { branded } from "#server/kernel/brand.ts"
import type { MetaDescriptor } from "@remix-run/react"
import type { loader as loadShop, ShopFacts } from "./layout.tsx"

interface PageFacts {
  readonly title?: string | undefined
  readonly description?: string | undefined
  /** Canonical path, with the query that belongs to it. */
  readonly path: string
  readonly picture?: { readonly key: string } | null | undefined
  /** Not to be listed by search engines: results, carts, orders. */
  readonly hidden?: boolean
}

/** Second parameter of a page's `MetaFunction`. */
export type ShopMatches = Record<"storefront/layout", typeof loadShop>

/** The shop's facts, as far as its layout has loaded. */
export function shopIn(matches: ReadonlyArray<{ readonly id: string; readonly data?: unknown }>): ShopFacts | undefined {
  return branded<ShopFacts | undefined>(matches.find(({ id }) => id === "storefront/layout")?.data)
}

/** Title, description, canonical address and what other sites show when the page is shared. */
export function shopMeta(shop: ShopFacts | undefined, page: PageFacts): MetaDescriptor[] {
  if (!shop) return [{ title: page.title ?? "" }]
  const title = page.title ? `${page.title} · ${shop.name}` : shop.name
  const description = page.description || shop.tagline
  const address = new URL(page.path, shop.origin).href
  const picture = page.picture
    ? [{ property: "og:image", content: `${shop.origin}/files/${shop.tenantId}/${page.picture.key}-1280.webp` }]
    : []
  return [
    { title },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: address },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: address },
    { property: "og:site_name", content: shop.name },
    ...picture,
    ...(page.hidden ? [{ name: "robots", content: "noindex" }] : []),
  ]
}
