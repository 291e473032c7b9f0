import { fragment } from "#server/context/fragment.ts"
import type { PlatformContext } from "#server/context/platform-context.ts"
import { type MarketCard, marketCardsOf, type MarketPlace } from "#server/domain/catalog/index.ts"
import type { FacetCount } from "#server/ports/product-search.ts"
import { type MarketWords, marketWords } from "./market-question.ts"

export interface MarketWish {
  readonly words: string
  /** Shops by address name; empty: all. */
  readonly shops: readonly string[]
  readonly isAvailable: boolean
  /** The best few of each shop, the shop of the best first. */
  readonly isGrouped: boolean
  readonly page: number
}

export interface MarketResult {
  readonly products: readonly MarketCard[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly shops: readonly FacetCount[]
}

const perPage = 24
const perShop = 4
/** Matches that are looked at; whoever finds more has asked for too little. */
const mostMatches = 2_000

interface MatchRow {
  readonly places: readonly MarketPlace[]
  readonly shops: readonly FacetCount[]
  readonly total: number
}

const nothing = { products: [], total: 0, page: 1, pages: 1, shops: [] }

/**
 * Published products of every open shop that have all the words, best first: a word of the title counts four of the text, what is sold out
 * half. Where no word fits, titles that are near by their letters. What is unpublished, or its shop closed, is not found even before the
 * index knows.
 */
export async function searchMarket(platform: PlatformContext, wish: MarketWish): Promise<MarketResult> {
  const words = marketWords(wish.words)
  if (words.query === "") return nothing
  const page = Math.min(Math.max(1, wish.page), Math.ceil(mostMatches / perPage))
  const sound = await matches(platform, wish, words, page, false)
  const found = sound.total > 0 || words.letters === "" ? sound : await matches(platform, wish, words, page, true)
  const products = await marketCardsOf(platform, found.places)
  return { products, total: found.total, page, pages: Math.max(1, Math.ceil(found.total / perPage)), shops: found.shops }
}

async function matches(
  platform: PlatformContext,
  { shops, isAvailable, isGrouped }: MarketWish,
  { query, letters }: MarketWords,
  page: number,
  byLetters: boolean,
): Promise<MatchRow> {
  const condition = byLetters ? fragment`${letters} <% s.letters` : fragment`s.words @@ q.words`
  const text = byLetters ? fragment`word_similarity(${letters}, s.letters)` : fragment`ts_rank('{0,0,0.25,1}', s.words, q.words)`
  const order = isGrouped ? fragment`best desc, tenant_id, turn` : fragment`rank desc, product_id desc`
  const kept = isGrouped ? fragment`turn <= ${perShop}` : fragment`true`
  const [row] = await platform.read(
    "search.market",
    ({ sql }) => sql<MatchRow>`
      with m as materialized (
        select s.tenant_id, s.product_id, t.slug, t.name,
          ${text} * case when s.content -> 'available' = 'true' then 1 else 0.5 end as rank
        from (select to_tsquery('simple', search_fold(${query})) as words) q
        join search_document s on ${condition}
        join search_index i on i.tenant_id = s.tenant_id and i.generation = s.generation
        join product p on p.tenant_id = s.tenant_id and p.id = s.product_id and p.status = 'published'
        join tenant t on t.id = s.tenant_id and t.status = 'active'
        where not s.is_gone and (not ${isAvailable}::boolean or s.content -> 'available' = 'true')
        limit ${mostMatches}
      ), chosen as (
        select *, row_number() over (partition by tenant_id order by rank desc, product_id desc) as turn,
          max(rank) over (partition by tenant_id) as best
        from m where cardinality(${[...shops]}::text[]) = 0 or slug = any(${[...shops]})
      ), listed as (select * from chosen where ${kept}),
      page as (select * from listed order by ${order} limit ${perPage} offset ${(page - 1) * perPage})
      select
        (select coalesce(json_agg(json_build_object('tenantId', tenant_id, 'productId', product_id) order by ${order}), '[]') from page) as places,
        (select coalesce(json_agg(f order by f.count desc, f.label), '[]') from (
          select slug as value, name as label, count(*)::int as count from m group by slug, name order by 3 desc limit 60) f) as shops,
        (select count(*)::int from listed) as total`,
  )
  return row ?? { places: [], shops: [], total: 0 }
}
