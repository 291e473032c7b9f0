import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Reading } from "#server/context/work.ts"
import type { ProductDocument } from "#server/ports/product-search.ts"

/** Makes the index say what the catalogue says now: a published product is in it, any other is not. Repeating changes nothing. */
export async function indexProduct(ctx: TenantContext, productId: string): Promise<void> {
  const document = await ctx.read((reading) => documentOf(reading, productId))
  if (document) await ctx.ports.search.put(ctx.tenant.id, [document])
  else await ctx.ports.search.remove(ctx.tenant.id, [productId])
}

async function documentOf({ rows }: Reading, productId: string): Promise<ProductDocument | undefined> {
  const product = await rows.product.findFirst({
    where: { id: productId, status: "published" },
    select: {
      title: true,
      vendor: true,
      description: true,
      category: { select: { name: true } },
      options: { select: { name: true, values: true }, orderBy: { position: "asc" } },
    },
  })
  if (!product) return undefined
  const { title, vendor, description, category, options } = product
  const words = [category?.name ?? "", vendor, ...options.flatMap(({ name, values }) => [name, ...values]), description]
  return { productId, title, body: words.filter((word) => word !== "").join("\n") }
}
