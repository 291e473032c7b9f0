import type { Reading } from "#server/context/work.ts"
import { stockShown } from "#server/domain/catalog/index.ts"

export interface WatchedGoods {
  readonly productId: string
  readonly slug: string
  /** With its choices: "Kelp Lamp (Green)". */
  readonly name: string
  readonly free: number
  readonly isShown: boolean
}

/** What somebody waits for, as it stands now. */
export async function watchedGoods({ sql, tenantId }: Reading, variantId: string): Promise<WatchedGoods | undefined> {
  const [found] = await sql<Omit<WatchedGoods, "name"> & { title: string; choices: string[] }>`
    select p.id as "productId", p.slug, p.title, v.choices, coalesce(s.free, 0)::int as free, p.status = 'published' as "isShown"
    from variant v join product p on p.tenant_id = v.tenant_id and p.id = v.product_id ${stockShown}
    where v.tenant_id = ${tenantId} and v.id = ${variantId}`
  if (!found) return undefined
  const { title, choices, ...goods } = found
  return { ...goods, name: nameOf(title, choices) }
}

export function nameOf(title: string, choices: readonly string[]): string {
  return choices.length > 0 ? `${title} (${choices.join(", ")})` : title
}
