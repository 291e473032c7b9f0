import type { TenantContext } from "#server/context/tenant-context.ts"
import { lockProduct } from "./lock-product.ts"

/** What a picture shows, for those who cannot see it. A picture that is gone stays gone. @throws Refusal catalog.product-not-found */
export function describePicture(ctx: TenantContext, productId: string, key: string, alt: string): Promise<void> {
  return ctx.transact(async (work) => {
    const { slug, status } = await lockProduct(work, productId)
    const { count } = await work.rows.picture.updateMany({ where: { productId, fileKey: key }, data: { alt } })
    if (count === 0) return
    await work.rows.product.updateMany({ where: { id: productId }, data: { revision: { increment: 1 } } })
    await work.emit("product.changed", { productId, slug, public: status === "published" })
  })
}
