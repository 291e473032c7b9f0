import { pictureOf } from "#app/ui/picture-source.ts"
import type { ProductCardView } from "#app/ui/product-card.tsx"
import type { ProductCard } from "#server/domain/catalog/index.ts"

/** A product of the shop as its cards show it. */
export function shopCard(tenantId: string, product: ProductCard): ProductCardView {
  return {
    id: product.id,
    href: `/products/${product.slug}`,
    name: product.title,
    note: product.vendor,
    picture: pictureOf(tenantId, product.picture),
    price: product.from,
    priceFrom: product.priceVaries,
    free: product.free,
    promisable: product.promisable,
  }
}
