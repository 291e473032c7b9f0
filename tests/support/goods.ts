import type { TenantContext } from "#server/context/tenant-context.ts"
import { addPicture, expandVariants, type ProductDraft, publishProduct } from "#server/domain/catalog/index.ts"
import { createStockedProduct } from "#server/domain/inventory/index.ts"
import { money } from "#server/kernel/money.ts"

export interface GoodsWish extends Partial<Omit<ProductDraft, "variants">> {
  readonly priceMinor?: number
  readonly onHand?: number
}

/** A draft with one variant per combination of its options, all at one price. */
export function draftOf(currency: string, { priceMinor = 2_000, onHand = 5, ...wish }: GoodsWish = {}): ProductDraft {
  const options = wish.options ?? []
  const variants = expandVariants(options).map((choices) => ({ choices, sku: "", price: money(priceMinor, currency), onHand }))
  return { title: "Blue Mug", description: "", vendor: "", categoryId: null, newCategory: null, ...wish, options, variants }
}

export interface Goods {
  readonly productId: string
  readonly slug: string
  readonly variantIds: readonly string[]
}

/** A product with stock and a picture, published. */
export async function publishGoods(ctx: TenantContext, wish: GoodsWish = {}): Promise<Goods> {
  const { productId, slug, variants } = await createStockedProduct(ctx, draftOf(ctx.tenant.currency, wish))
  await addPicture(ctx, productId, new Uint8Array([1, 2, 3]), `Picture of ${slug}`)
  await publishProduct(ctx, productId)
  return { productId, slug, variantIds: variants.map(({ id }) => id) }
}
