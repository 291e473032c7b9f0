import type { TenantContext } from "#server/context/tenant-context.ts"
import { newId } from "#server/kernel/ids.ts"
import { refuse } from "#server/messages/refusals.ts"
import { lockProduct } from "./lock-product.ts"
import { pictureFile } from "./picture-file.ts"
import type { PictureView } from "./picture-view.ts"

/**
 * Puts a picture behind the others. The files are written before the row: one that no row names is waste, a row without
 * its file would be a broken page.
 * @throws Refusal catalog.product-not-found, catalog.bad-picture
 */
export async function addPicture(ctx: TenantContext, productId: string, bytes: Uint8Array, alt: string): Promise<PictureView> {
  const { files, pictures } = ctx.ports
  const known = await ctx.read(({ rows }) => rows.product.count({ where: { id: productId } }))
  if (known === 0) refuse("catalog.product-not-found")
  const made = (await pictures.make(bytes)) ?? refuse("catalog.bad-picture")
  const key = newId("picture", ctx.clock.now().getTime())
  await Promise.all(made.files.map((file) => files.write(ctx.tenant.id, pictureFile(key, file.width), file.bytes, "image/webp")))
  const picture = { key, alt: alt.trim().slice(0, 200), width: made.width, height: made.height }
  await recordPicture(ctx, productId, picture)
  return picture
}

function recordPicture(ctx: TenantContext, productId: string, { key, ...picture }: PictureView): Promise<void> {
  return ctx.transact(async (work) => {
    const { slug, status } = await lockProduct(work, productId)
    const { _max } = await work.rows.picture.aggregate({ where: { productId }, _max: { position: true } })
    const position = (_max.position ?? -1) + 1
    await work.rows.picture.create({ data: { tenantId: work.tenantId, id: key, productId, fileKey: key, ...picture, position } })
    await work.rows.product.updateMany({ where: { id: productId }, data: { revision: { increment: 1 } } })
    await work.emit("product.changed", { productId, slug, public: status === "published" })
  })
}
