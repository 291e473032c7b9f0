import type { ProductDocument, SearchAnswer, SearchTuning, SearchWish } from "#server/ports/product-search.ts"
import { answerWish } from "./answer-wish.ts"
import { createLexicon, type Lexicon } from "./lexicon.ts"
import { mergeSegments } from "./merge-segments.ts"
import type { TermNumbers } from "./score-segment.ts"
import { buildSegment, type Segment } from "./segment.ts"

export interface OpenSegment {
  readonly segment: Segment
  readonly numbers: TermNumbers
}

/** A shop's whole index in this process's memory. */
export interface ShopIndex {
  /** Bytes, about. */
  readonly weight: number
  readonly lexicon: Lexicon
  readonly segments: readonly OpenSegment[]
  /** Living documents. */
  readonly size: number
  /** Takes documents, each in the place of the one that it had of the same product, and forgets those that are gone. */
  change(documents: readonly ProductDocument[], gone: readonly string[]): void
  /** Takes a segment as it is; its documents take the place of older ones. */
  attach(segment: Segment): void
  find(wish: SearchWish): SearchAnswer
  placeOf(productId: string): { readonly segment: Segment; readonly document: number } | undefined
}

/** Segments of fewer documents are put together when there are eight of them, so that a shop in change stays a few segments. */
const smallSegment = 1_024
const mostSmall = 8

export function createShopIndex(tuning: SearchTuning): ShopIndex {
  const lexicon = createLexicon(tuning.language)
  const places = new Map<string, { readonly segment: Segment; readonly document: number }>()
  let segments: OpenSegment[] = []
  let weight = 0

  function forget(productId: string): void {
    const place = places.get(productId)
    if (!place) return
    place.segment.dead[place.document] = 1
    places.delete(productId)
  }

  function attach(segment: Segment, isNew = true): void {
    segment.productIds.forEach((productId, document) => {
      if (segment.dead[document]) return
      forget(productId)
      places.set(productId, { segment, document })
    })
    if (isNew)
      for (const [at, term] of segment.terms.entries())
        lexicon.add(term, (segment.starts[at + 1] ?? 0) - (segment.starts[at] ?? 0))
    segments.push({ segment, numbers: new Map(segment.terms.map((term, number) => [term, number])) })
    weight += weightOf(segment)
  }

  function tidy(): void {
    const small = segments.filter(({ segment }) => segment.productIds.length < smallSegment)
    if (small.length < mostSmall) return
    const merged = mergeSegments(small.map(({ segment }) => segment))
    segments = segments.filter((open) => !small.includes(open))
    weight = segments.reduce((sum, { segment }) => sum + weightOf(segment), 0)
    for (const { segment } of small) segment.dead.fill(1)
    for (const productId of merged.productIds) places.delete(productId)
    attach(merged, false)
  }

  const index: ShopIndex = {
    lexicon,
    get weight() {
      return weight
    },
    get segments() {
      return segments
    },
    get size() {
      return places.size
    },
    change(documents, gone) {
      for (const productId of gone) forget(productId)
      if (documents.length === 0) return
      attach(buildSegment(documents, tuning))
      tidy()
    },
    attach: (segment) => attach(segment),
    find: (wish) => answerWish(index, wish),
    placeOf: (productId) => places.get(productId),
  }
  return index
}

function weightOf({ productIds, terms, documents }: Segment): number {
  return productIds.length * 400 + terms.length * 120 + documents.length * 5
}
