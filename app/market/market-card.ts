import { pictureOf } from "#app/ui/picture-source.ts"
import type { ProductCardView } from "#app/ui/product-card.tsx"
import type { MarketCard } from "#server/domain/catalog/index.ts"
import type { Links } from "#server/ports/links.ts"

/** A shop's product as the market shows it: under the shop's name, leading to the shop's own host. */
export function marketCard(links: Links, product: MarketCard): ProductCardView {
  const { shop } = product
  return {
    id: `${shop.tenantId}/${product.id}`,
    href: links.shop(shop, `/products/${product.slug}`),
    name: product.title,
    note: shop.name,
    picture: pictureOf(shop.tenantId, product.picture),
    price: product.from,
    priceFrom: product.priceVaries,
    free: product.free,
  }
}
