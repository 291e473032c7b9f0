import type { PictureView } from "#app/ui/picture-source.ts"
import type { ProductCardView } from "#app/ui/product-card.tsx"
import type { ProductCard } from "#server/domain/catalog/index.ts"

/** A picture of the shop, as the interface shows it. */
export function shopPicture(
  tenantId: string,
  picture: { readonly key: string; readonly alt: string } | null | undefined,
): PictureView | null {
  return picture ? { tenantId, key: picture.key, alt: picture.alt } : null
}

/** A product of the shop as its cards show it. `free` may be a live value in place of the loaded one. */
export function shopCard(tenantId: string, product: ProductCard, free: number = product.free): ProductCardView {
  return {
    id: product.id,
    href: `/products/${product.slug}`,
    name: product.title,
    note: product.vendor,
    picture: shopPicture(tenantId, product.picture),
    price: product.from,
    priceFrom: product.priceVaries,
    free,
  }
}
