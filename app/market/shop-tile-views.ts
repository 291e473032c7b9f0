import { pictureOf } from "#app/ui/picture-source.ts"
import type { MarketCard } from "#server/domain/catalog/index.ts"
import type { ShopCard } from "#server/domain/tenants/index.ts"
import type { Links } from "#server/ports/links.ts"
import type { ShopTileView } from "./shop-tile.tsx"

/** The shops, each with a picture of its goods where one is at hand. */
export function shopTileViews(links: Links, shops: readonly ShopCard[], goods: readonly MarketCard[]): ShopTileView[] {
  return shops.map(({ tenantId, name, tagline, language, theme, productCount, host }) => {
    const picture = goods.findLast((product) => product.shop.tenantId === tenantId && product.picture)?.picture
    return {
      tenantId,
      name,
      tagline,
      language,
      theme,
      productCount,
      href: links.shop({ host }, "/"),
      picture: pictureOf(tenantId, picture),
    }
  })
}
