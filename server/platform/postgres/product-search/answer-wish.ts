import type { SearchAnswer, SearchSort, SearchWish } from "#server/ports/product-search.ts"
import { type BestOf, bestOf } from "./best-of.ts"
import { createFacetTally, type FacetTally } from "./facet-tally.ts"
import { type FacetName, filtersFor } from "./filters.ts"
import { marksIn } from "./marks.ts"
import { readQuestion } from "./question.ts"
import { type Scores, scoreSegment, weighed } from "./score-segment.ts"
import type { Segment } from "./segment.ts"
import type { ShopIndex } from "./shop-index.ts"

/** Nobody turns to a hundredth page. */
export const deepest = 2_400
const pinnedRank = 1e9

/**
 * Documents with every word; where there is none, those with the most words, if that is at least half of them.
 * Rank = Σ over words of idf × impact × (1 if available, else 0.5) × (1 + 0.3 × sold / (sold + 20)).
 */
export function answerWish(index: ShopIndex, wish: SearchWish): SearchAnswer {
  const { groups, correction } = readQuestion(index.lexicon, wish.words, wish.tuning)
  const asksNothing = groups.length === 0 && wish.words.trim() !== ""
  const hidden = placesOf(index, wish.hidden ?? [])
  const pinned = placesOf(index, wish.pinned ?? [])
  const questions = weighed(groups, index.lexicon, index.size)
  const scored = index.segments.map(({ segment, numbers }) => ({
    segment,
    scores: groups.length > 0 ? scoreSegment(segment, numbers, questions) : undefined,
  }))
  const required = groups.filter(({ isRequired }) => isRequired).length
  const wanted = asksNothing ? Number.POSITIVE_INFINITY : wordsToHave(scored, required)

  const best = bestOf(Math.min(deepest, wish.offset + wish.limit))
  const tally = wish.withoutFacets ? undefined : createFacetTally()
  let total = 0
  for (const { segment, scores } of scored)
    total += matchSegment({
      segment,
      scores,
      wanted,
      wish,
      best,
      tally,
      hidden: hidden.get(segment),
      pinned: pinned.get(segment),
    })

  const terms = new Set(groups.flatMap(({ alternatives }) => alternatives.flatMap(({ parts }) => parts.flat())))
  return {
    hits: best
      .list()
      .slice(wish.offset)
      .map(({ productId, title }) => ({ productId, marks: marksIn(title, terms, wish.tuning.language) })),
    total,
    facets: tally ? tally.facets(wish.filters) : null,
    correction,
  }
}

/** All words, or the most that any document has. Infinity: none has half of them. */
function wordsToHave(
  scored: readonly { readonly segment: Segment; readonly scores: Scores | undefined }[],
  required: number,
): number {
  let most = 0
  for (const { segment, scores } of scored)
    for (const document of scores?.touched ?? []) if (!segment.dead[document]) most = Math.max(most, scores?.met[document] ?? 0)
  if (required === 0) return 0
  return most >= Math.ceil(required / 2) ? most : Number.POSITIVE_INFINITY
}

interface Matching {
  readonly segment: Segment
  readonly scores: Scores | undefined
  readonly wanted: number
  readonly wish: SearchWish
  readonly best: BestOf
  readonly tally: FacetTally | undefined
  readonly hidden: ReadonlyMap<number, number> | undefined
  readonly pinned: ReadonlyMap<number, number> | undefined
}

function matchSegment({ segment, scores, wanted, wish, best, tally, hidden, pinned }: Matching): number {
  const filters = filtersFor(segment, wish.filters)
  const counting = tally?.open(segment)
  const { columns } = segment
  let total = 0
  const look = (document: number) => {
    const pin = pinned?.get(document)
    if (segment.dead[document] || hidden?.has(document)) return
    if (pin === undefined && (scores?.met[document] ?? 0) < wanted) return
    let missed: FacetName | undefined
    for (const { facet, admits } of filters) {
      if (admits(document)) continue
      if (missed !== undefined) return
      missed = facet
    }
    counting?.count(document, missed)
    if (missed !== undefined) return
    total++
    const rank = pin !== undefined && wish.sort === "relevance" ? pinnedRank - pin : rankOf(columns, document, scores, wish.sort)
    if (best.admits(rank))
      best.offer({ rank, productId: segment.productIds[document] ?? "", title: segment.titles[document] ?? "" })
  }
  if (scores && wanted > 0) {
    for (const document of scores.touched) look(document)
    for (const document of pinned?.keys() ?? []) if (!((scores.score[document] ?? 0) > 0)) look(document)
  } else for (let document = 0; document < segment.productIds.length; document++) look(document)
  counting?.close()
  return total
}

function rankOf(columns: Segment["columns"], document: number, scores: Scores | undefined, sort: SearchSort): number {
  const sold = columns.sold[document] ?? 0
  if (sort === "price-asc") return -(columns.price[document] ?? 0)
  if (sort === "price-desc") return columns.price[document] ?? 0
  if (sort === "best-selling") return sold
  if (sort === "newest") return columns.publishedAt[document] ?? 0
  const popularity = 1 + (0.3 * sold) / (sold + 20)
  return (scores?.score[document] ?? 1) * popularity * (columns.available[document] ? 1 : 0.5)
}

/** Documents by segment, each with its place in the list. */
function placesOf(index: ShopIndex, productIds: readonly string[]): ReadonlyMap<Segment, ReadonlyMap<number, number>> {
  const found = new Map<Segment, Map<number, number>>()
  productIds.forEach((productId, at) => {
    const place = index.placeOf(productId)
    if (!place) return
    const documents = found.get(place.segment) ?? new Map<number, number>()
    found.set(place.segment, documents.set(place.document, at))
  })
  return found
}
