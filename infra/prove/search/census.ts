import type { Client } from "pg"
import { searchProducts } from "#server/domain/search/index.ts"
import { createPostgresProductSearch } from "#server/platform/postgres/product-search.ts"
import { defaultWeights } from "#server/ports/product-search.ts"
import type { SearchHouse } from "./search-house.ts"
import type { Stall } from "./stalls.ts"

const mostFound = 2_400

/** What the catalogue says and the index should, in plain SQL that knows nothing of how the index is made. */
const both = `
  with wanted as (
    select p.id, p.title, p.from_minor::text as price, coalesce(bool_or(s.on_hand - s.reserved > 0), false) as available
    from product p left join variant v on v.tenant_id = p.tenant_id and v.product_id = p.id
    left join stock_level s on s.tenant_id = v.tenant_id and s.variant_id = v.id
    where p.tenant_id = $1 and p.status = 'published' group by p.id, p.title, p.from_minor
  ), kept as (
    select d.product_id as id, d.content ->> 'title' as title, d.content ->> 'price' as price, (d.content -> 'available')::boolean as available
    from search_document d join search_index i on i.tenant_id = d.tenant_id and i.generation = d.generation
    where d.tenant_id = $1 and not d.is_gone
  )
  select coalesce(w.id, k.id) as id, w.id is null as surplus, k.id is null as missing from wanted w full join kept k on k.id = w.id
  where (w.title, w.price, w.available) is distinct from (k.title, k.price, k.available)`

/** Every place where index and database differ, in words; nothing when they are one. Asks a reader that was there all along, and a new one. */
export async function census(owner: Client, house: SearchHouse, stalls: readonly Stall[]): Promise<string[]> {
  const said: string[] = []
  for (const { ctx } of stalls) {
    const { id, slug } = ctx.tenant
    const { rows } = await owner.query<{ id: string; surplus: boolean; missing: boolean }>(both, [id])
    for (const row of rows)
      said.push(`${slug}: ${row.id} is ${row.surplus ? "too much" : row.missing ? "missing" : "other"} in the index`)
    const wanted = await owner.query<{ id: string }>("select id from product where tenant_id = $1 and status = 'published'", [id])
    const published = new Set(wanted.rows.map((row) => row.id))
    for (const [who, search] of [
      ["who was there", house.ports.search],
      ["who is new", createPostgresProductSearch(house.tenancy)],
    ] as const) {
      const { hits } = await search.find(id, {
        ...{ words: "", filters: {}, sort: "newest", offset: 0, limit: mostFound, withoutFacets: true },
        tuning: { language: ctx.tenant.language, weights: defaultWeights, synonyms: [], stopWords: [] },
      })
      const found = new Set(hits.map(({ productId }) => productId))
      const wrong =
        [...published].filter((one) => !found.has(one)).length + [...found].filter((one) => !published.has(one)).length
      if (wrong > 0) said.push(`${slug}: ${who} finds ${wrong} products too many or too few of ${published.size}`)
    }
    const { total } = await searchProducts(ctx, {
      words: ctx.tenant.language === "zh" ? "灯" : "lamp",
      filters: {},
      sort: null,
      page: 1,
    })
    if (total !== published.size) said.push(`${slug}: a word of all ${published.size} products finds ${total}`)
  }
  return said
}
