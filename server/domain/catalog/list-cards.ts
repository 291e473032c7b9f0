import { fragment } from "#server/context/fragment.ts"
import type { Reading } from "#server/context/work.ts"
import { type CardRow, cardColumns, cardJoins, cardOf, type ProductCard, withPage } from "./product-card.ts"

/** The published ones among these products, in the order of `productIds`. One statement. */
export async function listCards(
  { sql, tenantId }: Reading,
  productIds: readonly string[],
  currency: string,
): Promise<ProductCard[]> {
  if (productIds.length === 0) return []
  const rows = await sql<CardRow>`
    ${withPage(fragment`
      select * from product p where p.tenant_id = ${tenantId} and p.id = any(${productIds}) and p.status = 'published'`)}
    select ${cardColumns} from p ${cardJoins}`
  const cards = new Map(rows.map((row) => [row.id, cardOf(row, currency)]))
  return productIds.flatMap((id) => cards.get(id) ?? [])
}
