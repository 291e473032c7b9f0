import type { TenantContext } from "#server/context/tenant-context.ts"
import { lockProduct } from "./lock-product.ts"

/** Takes a product off the shelf; its orders go on. Repeating changes nothing. @throws Refusal catalog.product-not-found */
export function unpublishProduct(ctx: TenantContext, productId: string): Promise<void> {
  return ctx.transact(async (work) => {
    const { slug, status } = await lockProduct(work, productId)
    if (status === "draft") return
    await work.rows.product.updateMany({ where: { id: productId }, data: { status: "draft", revision: { increment: 1 } } })
    await work.emit("product.changed", { productId, slug, public: false })
  })
}
