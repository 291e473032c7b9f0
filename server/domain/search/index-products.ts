import type { TenantContext } from "#server/context/tenant-context.ts"
import { documentsOf } from "./product-documents.ts"
import { readSettings, tuningOf } from "./tuning.ts"

/** Indexes these products at once, as they are now. For one writer at a time; where many write, `noteDue`. */
export async function indexProducts(ctx: TenantContext, productIds: readonly string[]): Promise<void> {
  const { settings, documents } = await ctx.read(async (reading) => ({
    settings: await readSettings(reading),
    documents: await documentsOf(reading, productIds),
  }))
  const published = new Set(documents.map(({ productId }) => productId))
  await ctx.ports.search.put(ctx.tenant.id, documents, tuningOf(settings, ctx.tenant.language))
  await ctx.ports.search.remove(
    ctx.tenant.id,
    productIds.filter((id) => !published.has(id)),
  )
}
