import { isUniqueViolation } from "#server/context/unique-violation.ts"
import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { categoryOf } from "./create-category.ts"
import type { ProductDraft } from "./product-draft.ts"
import { lockProduct } from "./lock-product.ts"
import { recordOptions } from "./record-options.ts"
import type { RecordedProduct, RecordedVariant } from "./record-product.ts"
import { checkSkus, fromMinor, type PlacedVariant, recordVariants, skusOf } from "./record-variants.ts"

interface KnownVariant {
  readonly id: string
  readonly sku: string
  readonly choices: readonly string[]
  readonly reserved: number
}

interface KeptVariant extends PlacedVariant {
  readonly id: string
}

/**
 * The product is as this draft says, from now on; its address stays. Variants are known by their choices: those that the draft
 * leaves out go with their stock, and new ones have none until the caller opens it. Locks the product, then its stock.
 * @throws Refusal catalog.product-not-found, catalog.sku-taken, catalog.category-not-found, inventory.below-reserved (an order
 * holds a variant that would go), inventory.part-of-bundle
 */
export async function reviseProduct(work: Work, productId: string, draft: ProductDraft): Promise<RecordedProduct> {
  const { slug, status } = await lockProduct(work, productId)
  const known = await lockVariants(work, productId)
  const categoryId = await categoryOf(work, draft)
  const { title, description, vendor } = draft
  await work.rows.product.updateMany({
    where: { id: productId },
    data: { title, description, vendor, categoryId, fromMinor: fromMinor(draft), revision: { increment: 1 } },
  })
  await recordOptions(work, productId, draft.options)
  const variants = await replaceVariants(work, productId, known, draft)
  await work.emit("product.changed", { productId, slug, public: status === "published" })
  return { productId, slug, variants }
}

function lockVariants({ sql, tenantId }: Work, productId: string): Promise<KnownVariant[]> {
  return sql<KnownVariant>`
    select v.id, v.sku, v.choices, coalesce(s.reserved, 0) as reserved
    from variant v
    left join lateral (
      select s.reserved from stock_level s where s.tenant_id = v.tenant_id and s.variant_id = v.id for update
    ) s on true
    where v.tenant_id = ${tenantId} and v.product_id = ${productId} order by v.id`
}

async function replaceVariants(
  work: Work,
  productId: string,
  known: readonly KnownVariant[],
  draft: ProductDraft,
): Promise<RecordedVariant[]> {
  const byChoices = new Map(known.map((variant) => [JSON.stringify(variant.choices), variant]))
  const made = skusOf(productId, draft)
  const wanted = draft.variants.map((variant, position) => {
    const before = byChoices.get(JSON.stringify(variant.choices))
    return { ...variant, position, id: before?.id, sku: variant.sku || before?.sku || (made[position] ?? "") }
  })
  await checkSkus(
    work,
    productId,
    wanted.map(({ sku }) => sku),
  )
  const kept = wanted.filter((variant): variant is KeptVariant => variant.id !== undefined)
  const ids = new Set(kept.map(({ id }) => id))
  await removeVariants(
    work,
    known.filter(({ id }) => !ids.has(id)),
  )
  await changeVariants(work, kept)
  const added = await recordVariants(
    work,
    productId,
    wanted.filter(({ id }) => id === undefined),
  )
  return [...kept.map(({ id, choices, onHand }) => ({ id, choices, onHand, isNew: false })), ...added]
}

async function removeVariants(work: Work, gone: readonly KnownVariant[]): Promise<void> {
  const held = gone.find(({ reserved }) => reserved > 0)
  if (held) refuse("inventory.below-reserved", { reserved: held.reserved })
  if (gone.length === 0) return
  const ids = gone.map(({ id }) => id)
  const [bundle] = await bundlesWith(work, ids)
  if (bundle) refuse("inventory.part-of-bundle", { title: bundle.title })
  await work.rows.variant.deleteMany({ where: { id: { in: ids } } })
}

/** Bundles that are made of these and would stay. */
function bundlesWith({ sql, tenantId }: Work, variantIds: readonly string[]): Promise<{ title: string }[]> {
  return sql<{ title: string }>`
    select p.title from bundle_part b
      join variant v on v.tenant_id = b.tenant_id and v.id = b.bundle_id
      join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
    where b.tenant_id = ${tenantId} and b.component_id = any(${[...variantIds]}::text[]) and not b.bundle_id = any(${[...variantIds]}::text[])
    limit 1`
}

async function changeVariants({ rows }: Work, kept: readonly KeptVariant[]): Promise<void> {
  for (const { id, sku, price, position } of kept) {
    try {
      await rows.variant.updateMany({ where: { id }, data: { sku, priceMinor: price.minor, position } })
    } catch (error) {
      if (isUniqueViolation(error)) refuse("catalog.sku-taken", { sku })
      throw error
    }
  }
}
