import type { Reading } from "#server/context/work.ts"
import type { ServedModel } from "./current-model.ts"
import type { Taste } from "./model.ts"

export interface Met {
  readonly productId: string
  readonly weight: number
}

const most = 50

/** What a visitor has had to do with, the newest last; each product once, by the most that was done. One statement. */
export async function pastOf({ sql, tenantId }: Reading, visitorId: string): Promise<Met[]> {
  if (visitorId === "") return []
  const rows = await sql<Met>`
    select s.product_id as "productId",
      max(case s.kind when 'purchase' then 3 when 'cart' then 2 when 'dwell' then 1.5 else 1 end)::float8 as weight
    from (
      select product_id, kind, at from signal
      where tenant_id = ${tenantId} and visitor_id = ${visitorId} and product_id is not null
        and kind in ('view', 'dwell', 'cart', 'purchase', 'picked')
      order by at desc limit 300
    ) s
    group by s.product_id order by max(s.at) desc limit ${most}`
  return rows.reverse()
}

/** The past in the model's numbers; what was published since is not known to it yet. */
export function tastesOf({ places }: ServedModel, past: readonly Met[]): Taste[] {
  return past.flatMap(({ productId, weight }) => {
    const item = places.get(productId)
    return item === undefined ? [] : [{ item, weight }]
  })
}
