import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { ProductStatus } from "./product-page.ts"

export interface LockedProduct {
  readonly slug: string
  readonly status: ProductStatus
  readonly publishedAt: Date | null
}

/** Holds the product's row until the transaction ends. @throws Refusal catalog.product-not-found */
export async function lockProduct({ sql, tenantId }: Work, productId: string): Promise<LockedProduct> {
  const [row] = await sql<LockedProduct>`
    select slug, status, published_at as "publishedAt"
    from product where tenant_id = ${tenantId} and id = ${productId} for no key update`
  return row ?? refuse("catalog.product-not-found")
}
