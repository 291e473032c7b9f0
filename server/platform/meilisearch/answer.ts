import type { Meilisearch, MultiSearchQuery, SearchResponse } from "meilisearch"
import { slipsBetween } from "#server/kernel/words/distance.ts"
import { piecesOf } from "#server/kernel/words/tokens.ts"
import { isStopWord } from "#server/kernel/words/words-of-language.ts"
import type { SearchAnswer, SearchHit, SearchSort, SearchWish, Stretch } from "#server/ports/product-search.ts"
import { facetsOf } from "./facets.ts"
import { conditionsOf, isIn, tenantConditions } from "./filters.ts"
import type { StoredDocument } from "./stored-document.ts"

const sorts: Readonly<Record<SearchSort, readonly string[]>> = {
  relevance: [],
  "price-asc": ["price:asc"],
  "price-desc": ["price:desc"],
  newest: ["publishedAt:desc"],
  "best-selling": ["sold:desc"],
}
const facetNames = ["categoryName", "vendor", "options", "isAvailable", "rating", "price"]

type Response = SearchResponse<StoredDocument>

/** One request: the hits, and for each facet that is narrowed its counts without its own condition. Pins are asked for in it, too. */
export async function answerOf(
  client: Meilisearch,
  indexUid: string,
  tenantId: string,
  generation: number,
  wish: SearchWish,
): Promise<SearchAnswer> {
  const tenant = tenantConditions(tenantId, generation)
  const conditions = conditionsOf(wish.filters)
  const pinned = wish.sort === "relevance" ? (wish.pinned ?? []) : []
  const hidden = wish.hidden?.length ? [`NOT ${isIn("productId", wish.hidden)}`] : []
  const base = [...tenant, ...hidden]
  const q = spokenWords(wish)
  const main: MultiSearchQuery = {
    ...{ indexUid, q, limit: wish.offset + wish.limit, offset: 0, attributesToRetrieve: ["productId", "title"] },
    ...{ filter: [...base, ...conditions.map(({ text }) => text)], showMatchesPosition: true },
    ...(wish.withoutFacets ? {} : { facets: facetNames }),
    ...(sorts[wish.sort].length > 0 ? { sort: [...sorts[wish.sort]] } : {}),
  }
  const pins: MultiSearchQuery = {
    ...main,
    q: "",
    facets: [],
    filter: [...base, ...conditions.map(({ text }) => text), isIn("productId", pinned)],
  }
  const narrowed = wish.withoutFacets ? [] : [...new Set(conditions.map(({ facet }) => facet))]
  const others = narrowed.map((facet): MultiSearchQuery => {
    const filter = [...base, ...conditions.filter((condition) => condition.facet !== facet).map(({ text }) => text)]
    return { indexUid, q, limit: 0, filter, facets: [facet] }
  })
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, StoredDocument>({
    queries: [main, ...others, ...(pinned.length > 0 ? [pins] : [])],
  })
  const [first, ...rest] = results
  if (!first) throw new Error("Meilisearch answered nothing")
  const loose = new Map(narrowed.map((facet, at) => [facet, rest[at]]))
  const found = first.hits.map(hitOf)
  const front = pinned.length > 0 ? pinnedHits(rest.at(-1), pinned) : []
  const extra = front.filter(({ productId }) => !found.some((hit) => hit.productId === productId))
  const hits = [...front, ...found.filter(({ productId }) => !pinned.includes(productId))]
  return {
    hits: hits.slice(wish.offset, wish.offset + wish.limit),
    total: (first.estimatedTotalHits ?? 0) + extra.length,
    facets: wish.withoutFacets ? null : facetsOf(first, loose, wish.filters),
    correction: correctionOf(q, first, wish.tuning.language),
  }
}

/** Its stop words are settings of the one index; each shop's are left out here. */
function spokenWords({ words, tuning }: SearchWish): string {
  const typed = words.slice(0, 200).replace(/[\p{Cc}"]/gu, " ")
  const own = new Set(tuning.stopWords.map((word) => word.toLowerCase()))
  const pieces = piecesOf(typed, tuning.language).slice(0, 10)
  const kept = pieces.filter(({ term }) => !own.has(term) && !isStopWord(term, tuning.language))
  return (kept.length > 0 ? kept : pieces).map(({ from, to }) => typed.slice(from, to)).join(" ")
}

function hitOf({ productId, title, _matchesPosition }: Response["hits"][number]): SearchHit {
  return { productId, marks: (_matchesPosition?.title ?? []).map(({ start, length }) => stretchOf(title, start, length)) }
}

/** Meilisearch counts bytes. */
function stretchOf(text: string, start: number, length: number): Stretch {
  const bytes = Buffer.from(text)
  const from = bytes.subarray(0, start).toString().length
  return { from, to: from + bytes.subarray(start, start + length).toString().length }
}

function pinnedHits(response: Response | undefined, pinned: readonly string[]): SearchHit[] {
  const hits = new Map((response?.hits ?? []).map((hit) => [hit.productId, { productId: hit.productId, marks: [] }]))
  return pinned.flatMap((productId) => hits.get(productId) ?? [])
}

/** Meilisearch forgives without saying so: what the best title has in the place of a word that is not in it. */
function correctionOf(q: string, { hits }: Response, language: string): string | null {
  const [best] = hits
  const marks = best ? hitOf(best).marks : []
  if (!best || marks.length === 0) return null
  const said = marks.flatMap(({ from, to }) => piecesOf(best.title.slice(from, to), language).map(({ term }) => term))
  const typed = piecesOf(q, language)
  const corrected = typed.map(({ term }) => {
    if (said.some((word) => word.startsWith(term) || term.startsWith(word))) return term
    return said.find((word) => slipsBetween(term, word, 2).whole <= 2) ?? term
  })
  const isSame = corrected.every((term, at) => term === typed[at]?.term)
  return isSame ? null : corrected.join(" ")
}
