import type { ShopFacts } from "#app/storefront/layout.tsx"
import type { ProductPage } from "#server/domain/catalog/index.ts"
import { decimalText } from "#server/kernel/money.ts"

/** The product in schema.org's words, for search engines. */
export function productFacts(shop: ShopFacts, product: ProductPage) {
  const address = new URL(`/products/${product.slug}`, shop.origin).href
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.title,
    description: product.description,
    url: address,
    ...(product.vendor && { brand: { "@type": "Brand", name: product.vendor } }),
    image: product.pictures.map(({ key }) => `${shop.origin}/files/${shop.tenantId}/${key}-1280.webp`),
    offers: product.variants.map(({ sku, price, free, promisable }) => ({
      "@type": "Offer",
      sku,
      url: address,
      price: decimalText(price),
      priceCurrency: price.currency,
      availability: `https://schema.org/${free > 0 ? "InStock" : promisable > 0 ? "BackOrder" : "OutOfStock"}`,
    })),
  }
}
