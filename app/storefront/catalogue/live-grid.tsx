import { useLive } from "#app/live/use-hint.ts"
import { ProductGrid } from "#app/ui/product-grid.tsx"
import type { ProductCard } from "#server/domain/catalog/index.ts"
import { shopCard } from "#app/storefront/shop-card.ts"
import { useShop } from "#app/storefront/layout.tsx"

/** A grid that stays right while it is open: it loads again when goods of the shop change hands. */
export function LiveGrid({ products, ...look }: { products: readonly ProductCard[]; roomy?: boolean; eager?: number }) {
  const { tenantId } = useShop()
  useLive({ topic: "shop" })
  return <ProductGrid products={products.map((product) => shopCard(tenantId, product))} {...look} />
}
