import { isUniqueViolation } from "#server/context/unique-violation.ts"
import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import { refuse } from "#server/messages/refusals.ts"
import { categoryOf } from "./create-category.ts"
import type { ProductDraft } from "./product-draft.ts"
import { recordOptions } from "./record-options.ts"
import { fromMinor, recordVariants, skusOf } from "./record-variants.ts"
import { freeSlug } from "./free-slug.ts"

export interface RecordedVariant {
  readonly id: string
  readonly choices: readonly string[]
  /** What the draft wants to be on hand: stock is the inventory's to write. */
  readonly onHand: number
  readonly isNew: boolean
}

export interface RecordedProduct {
  readonly productId: string
  readonly slug: string
  readonly variants: readonly RecordedVariant[]
}

/**
 * A product, its options and variants, as a draft; without stock, which the caller opens in the same transaction.
 * @throws Refusal catalog.sku-taken, catalog.category-not-found, catalog.slug-taken (another took it at this moment)
 */
export async function recordProduct(work: Work, draft: ProductDraft): Promise<RecordedProduct> {
  const { rows, tenantId, now } = work
  const productId = newId("product", now.getTime())
  const slug = await freeSlug(work, "product", draft.title, productId)
  const categoryId = await categoryOf(work, draft)
  const { title, description, vendor } = draft
  const product = {
    tenantId,
    id: productId,
    slug,
    title,
    description,
    vendor,
    categoryId,
    fromMinor: fromMinor(draft),
    createdAt: now,
  }
  try {
    await rows.product.create({ data: product })
  } catch (error) {
    if (isUniqueViolation(error)) refuse("catalog.slug-taken", { slug })
    throw error
  }
  await recordOptions(work, productId, draft.options)
  const skus = skusOf(productId, draft)
  const wanted = draft.variants.map((variant, position) => ({ ...variant, position, sku: skus[position] ?? "" }))
  const variants = await recordVariants(work, productId, wanted)
  await work.emit("product.changed", { productId, slug, public: false })
  return { productId, slug, variants }
}
