import { fragment } from "#server/context/fragment.ts"
import type { Work } from "#server/context/work.ts"
import { type Level, levelColumns } from "./level.ts"

/** One piece of a variant in a cart takes `per` of each of these: of itself, or of a bundle's parts. */
export interface Part {
  readonly variantId: string
  readonly per: number
}

export interface LockedStock {
  readonly levels: ReadonlyMap<string, Level>
  /** What a cart's variant is made of. Absent: it has no stock, or lacks a part's. */
  readonly recipes: ReadonlyMap<string, readonly Part[]>
}

interface Row extends Level {
  readonly uses: readonly { readonly line: string; readonly per: number; readonly parts: number }[]
}

export interface DemandWish {
  readonly lines: readonly string[]
  /** Where nothing can be promised, as others have left it by now, is not locked and not waited for: it is absent. */
  readonly passesOver: boolean
}

/** Locks the stock of what the lines are made of, in id order. One statement. */
export async function lockDemand({ sql, tenantId }: Work, { lines, passesOver }: DemandWish): Promise<LockedStock> {
  const some = passesOver ? fragment`and s.on_hand - s.reserved + s.backorder_limit > 0` : fragment``
  const rows = await sql<Row>`
    with line as (select distinct id from unnest(${[...lines]}::text[]) as l(id)),
    need as (
      select line.id as line, coalesce(b.component_id, line.id) as variant_id, coalesce(b.quantity, 1) as per,
        (count(*) over (partition by line.id))::int as parts
      from line left join bundle_part b on b.tenant_id = ${tenantId} and b.bundle_id = line.id
    )
    select ${levelColumns(tenantId)},
      (select json_agg(json_build_object('line', n.line, 'per', n.per, 'parts', n.parts)) from need n where n.variant_id = s.variant_id) as uses
    from stock_level s join variant v on v.tenant_id = s.tenant_id and v.id = s.variant_id
    where s.tenant_id = ${tenantId} and s.variant_id = any(array(select n.variant_id from need n)) ${some}
    order by s.variant_id for update of s`
  return { levels: new Map(rows.map((row) => [row.variantId, row])), recipes: recipesOf(rows) }
}

function recipesOf(rows: readonly Row[]): Map<string, Part[]> {
  const recipes = new Map<string, Part[]>()
  const wanted = new Map<string, number>()
  for (const { variantId, uses } of rows) {
    for (const { line, per, parts } of uses) {
      recipes.set(line, [...(recipes.get(line) ?? []), { variantId, per }])
      wanted.set(line, parts)
    }
  }
  for (const [line, parts] of recipes) if (parts.length !== wanted.get(line)) recipes.delete(line)
  return recipes
}
