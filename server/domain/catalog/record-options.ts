import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import type { ProductDraft } from "./product-draft.ts"

/** The product's options are these, from now on. */
export async function recordOptions(
  { rows, tenantId }: Work,
  productId: string,
  options: ProductDraft["options"],
): Promise<void> {
  await rows.productOption.deleteMany({ where: { productId } })
  await rows.productOption.createMany({
    data: options.map(({ name, values }, position) => ({
      tenantId,
      id: newId("option"),
      productId,
      name,
      values: [...values],
      position,
    })),
  })
}
