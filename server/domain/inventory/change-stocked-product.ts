import type { TenantContext } from "#server/context/tenant-context.ts"
import { type ProductDraft, type RecordedProduct, reviseProduct } from "#server/domain/catalog/index.ts"
import { openStocks } from "./open-stock.ts"

/**
 * Opens the stock of variants that the draft adds. Known variants keep theirs, whatever the draft says: pieces were sold while the
 * form was open, and the number in it would bring them back. `setOnHand` and `receiveStock` change it.
 * @throws Refusal as `reviseProduct`
 */
export function changeStockedProduct(ctx: TenantContext, productId: string, draft: ProductDraft): Promise<RecordedProduct> {
  return ctx.transact(async (work) => {
    const product = await reviseProduct(work, productId, draft)
    const added = product.variants.filter(({ isNew }) => isNew)
    await openStocks(
      work,
      added.map(({ id, onHand }) => ({ variantId: id, onHand })),
    )
    return product
  })
}
