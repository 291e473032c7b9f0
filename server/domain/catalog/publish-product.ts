import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { lockProduct } from "./lock-product.ts"

/**
 * Shows a product to everyone. Its place among the newest is that of its first publication. Repeating changes nothing.
 * @throws Refusal catalog.product-not-found, catalog.not-publishable
 */
export function publishProduct(ctx: TenantContext, productId: string): Promise<void> {
  return ctx.transact(async (work) => {
    const { slug, status, publishedAt } = await lockProduct(work, productId)
    if (status === "published") return
    await checkPublishable(work, productId)
    await work.rows.product.updateMany({
      where: { id: productId },
      data: { status: "published", publishedAt: publishedAt ?? work.now, revision: { increment: 1 } },
    })
    await work.emit("product.changed", { productId, slug, public: true })
  })
}

async function checkPublishable({ rows }: Work, productId: string): Promise<void> {
  const prices = await rows.variant.findMany({ where: { productId }, select: { priceMinor: true } })
  if (prices.length === 0) refuse("catalog.not-publishable", { missing: "variant" })
  if (prices.some(({ priceMinor }) => priceMinor <= 0n)) refuse("catalog.not-publishable", { missing: "price" })
  if ((await rows.picture.count({ where: { productId } })) === 0) refuse("catalog.not-publishable", { missing: "picture" })
}
