import type { TenantContext } from "#server/context/tenant-context.ts"
import { pictureWidths } from "#server/ports/picture-maker.ts"
import { lockProduct } from "./lock-product.ts"
import { pictureFile } from "./picture-file.ts"

/** The row goes first, then the files. Repeating changes nothing. @throws Refusal catalog.product-not-found */
export async function removePicture(ctx: TenantContext, productId: string, key: string): Promise<void> {
  const isGone = await ctx.transact(async (work) => {
    const { slug, status } = await lockProduct(work, productId)
    const { count } = await work.rows.picture.deleteMany({ where: { productId, fileKey: key } })
    if (count === 0) return false
    await work.rows.product.updateMany({ where: { id: productId }, data: { revision: { increment: 1 } } })
    await work.emit("product.changed", { productId, slug, public: status === "published" })
    return true
  })
  if (isGone) await Promise.all(pictureWidths.map((width) => ctx.ports.files.remove(ctx.tenant.id, pictureFile(key, width))))
}
