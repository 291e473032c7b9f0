import type { PlannedShop } from "#prisma/seed/catalog/plan.ts"
import type { Tables } from "#prisma/seed/tables.ts"
import type { ProductDocument } from "#server/ports/product-search.ts"

/** The published products of a seeded shop as its indexing jobs would describe them. */
export function seedDocuments({ products, source, categories }: PlannedShop, { order_line }: Tables): ProductDocument[] {
  const sold = new Map<unknown, number>()
  for (const { product_id, quantity } of order_line) sold.set(product_id, (sold.get(product_id) ?? 0) + Number(quantity))
  return products.flatMap(({ id, source: said, categoryId, options, variants, publishedAt }) => {
    if (publishedAt === undefined) return []
    const category = categories.find((one) => one.id === categoryId) ?? null
    return {
      ...{ productId: id, title: said.title, description: said.description, vendor: said.vendor ?? source.name },
      category: category && { slug: category.slug, name: category.name },
      options: options.map(({ name, values }) => ({ name, values })),
      skus: variants.map(({ sku }) => sku),
      priceMinor: variants.reduce(
        (least, { priceMinor }) => (priceMinor < least ? priceMinor : least),
        variants[0]?.priceMinor ?? 0n,
      ),
      ...{ isAvailable: true, sold: Math.round((sold.get(id) ?? 0) / 3), rating: null, publishedAt: new Date(publishedAt) },
    }
  })
}
