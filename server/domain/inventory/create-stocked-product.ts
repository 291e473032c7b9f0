import type { TenantContext } from "#server/context/tenant-context.ts"
import { type ProductDraft, type RecordedProduct, recordProduct } from "#server/domain/catalog/index.ts"
import { openStocks } from "./open-stock.ts"

/**
 * A product with its stock, as a draft that nobody sees yet.
 * @throws Refusal catalog.sku-taken, catalog.category-not-found
 */
export function createStockedProduct(ctx: TenantContext, draft: ProductDraft): Promise<RecordedProduct> {
  return ctx.transact(async (work) => {
    const product = await recordProduct(work, draft)
    await openStocks(
      work,
      product.variants.map(({ id, onHand }) => ({ variantId: id, onHand })),
    )
    return product
  })
}
