import { isUniqueViolation } from "#server/context/unique-violation.ts"
import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import { hostSlugFrom } from "#server/kernel/slug.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { ProductDraft, VariantDraft } from "./product-draft.ts"
import type { RecordedVariant } from "./record-product.ts"

export interface PlacedVariant extends VariantDraft {
  readonly position: number
}

/** @throws Refusal catalog.sku-taken */
export async function recordVariants(
  work: Work,
  productId: string,
  wanted: readonly PlacedVariant[],
): Promise<RecordedVariant[]> {
  const { rows, tenantId, now } = work
  await checkSkus(
    work,
    productId,
    wanted.map(({ sku }) => sku),
  )
  const placed = wanted.map((variant) => ({ ...variant, id: newId("variant", now.getTime()) }))
  const data = placed.map(({ id, sku, choices, price, position }) => {
    return { tenantId, id, productId, sku, choices: [...choices], priceMinor: price.minor, position }
  })
  try {
    await rows.variant.createMany({ data })
  } catch (error) {
    if (isUniqueViolation(error)) refuse("catalog.sku-taken", { sku: data[0]?.sku ?? "" })
    throw error
  }
  return placed.map(({ id, choices, onHand }) => ({ id, choices, onHand, isNew: true }))
}

/** Asks before the constraint does, so that the refusal can name the number. Another product's, or twice in one draft. */
export async function checkSkus({ rows }: Work, productId: string, skus: readonly string[]): Promise<void> {
  const twice = skus.find((sku, index) => skus.indexOf(sku) !== index)
  if (twice !== undefined) refuse("catalog.sku-taken", { sku: twice })
  const taken = await rows.variant.findFirst({
    where: { sku: { in: [...skus] }, productId: { not: productId } },
    select: { sku: true },
  })
  if (taken) refuse("catalog.sku-taken", { sku: taken.sku })
}

/** The draft's numbers; where one is missing, one from the title and the product's own id, so that it is taken by nobody else. */
export function skusOf(productId: string, { title, variants }: ProductDraft): string[] {
  const stem = (hostSlugFrom(title).slice(0, 12).replace(/-$/, "") || "item").toUpperCase()
  const tail = productId.slice(-6).toUpperCase()
  return variants.map(({ sku }, index) => sku || `${stem}-${tail}-${index + 1}`)
}

/** The lowest price, which stands in lists. */
export function fromMinor({ variants }: ProductDraft): bigint {
  return variants.reduce((least, { price }) => (price.minor < least ? price.minor : least), variants[0]?.price.minor ?? 0n)
}
