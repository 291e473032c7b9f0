/** What the index says of a published product, in the shop's language. */
export interface ProductDocument {
  readonly productId: string
  readonly title: string
  readonly description: string
  readonly vendor: string
  readonly category: { readonly slug: string; readonly name: string } | null
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly skus: readonly string[]
  /** The lowest price of its variants, in minor units of the shop's currency. */
  readonly priceMinor: bigint
  readonly isAvailable: boolean
  /** Units sold within the last thirty days. */
  readonly sold: number
  /** One to five, where there is one. */
  readonly rating: number | null
  readonly publishedAt: Date
}

export const searchFields = ["title", "category", "vendor", "options", "skus", "description"] as const
export type SearchField = (typeof searchFields)[number]
/** How much a word counts by where it stands; nothing: not searched. */
export type FieldWeights = Readonly<Record<SearchField, number>>
export const defaultWeights: FieldWeights = { title: 4, category: 2, vendor: 2, options: 2, skus: 3, description: 1 }

/** Whoever asks for `from` is shown what says one of `to`, too, and not the other way about. */
export interface OneWaySynonym {
  readonly from: string
  readonly to: readonly string[]
}
/** A list: its members stand for one another. */
export type Synonym = readonly string[] | OneWaySynonym

/** How a shop wants to be read and searched. Weights are part of the index: they change with a full reindex. */
export interface SearchTuning {
  readonly language: string
  readonly weights: FieldWeights
  /** For some engines they are part of the index, too. */
  readonly synonyms: readonly Synonym[]
  readonly stopWords: readonly string[]
}

/** Several values of one facet widen, several facets narrow. */
export interface SearchFilters {
  readonly categories?: readonly string[]
  readonly vendors?: readonly string[]
  /** Values by option name. */
  readonly options?: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly leastMinor?: bigint
  readonly mostMinor?: bigint
  readonly isAvailable?: boolean
  readonly leastRating?: number
}

export const searchSorts = ["relevance", "price-asc", "price-desc", "newest", "best-selling"] as const
export type SearchSort = (typeof searchSorts)[number]

export interface SearchWish {
  readonly words: string
  readonly filters: SearchFilters
  readonly sort: SearchSort
  readonly offset: number
  readonly limit: number
  readonly tuning: SearchTuning
  /** Go first, in this order, whatever the words, as long as the filters let them. */
  readonly pinned?: readonly string[]
  readonly hidden?: readonly string[]
  /** The last word may be half typed. */
  readonly isTyping?: boolean
  readonly withoutFacets?: boolean
}

export interface FacetCount {
  /** What a filter names. */
  readonly value: string
  readonly label: string
  /** Matches with this value, were it chosen beside what is chosen of other facets. */
  readonly count: number
}

export interface SearchFacets {
  readonly categories: readonly FacetCount[]
  readonly vendors: readonly FacetCount[]
  readonly options: readonly { readonly name: string; readonly values: readonly FacetCount[] }[]
  readonly price: { readonly leastMinor: bigint; readonly mostMinor: bigint } | null
  readonly available: number
  /** Matches with at least four, three, two and one. Empty where nothing is rated. */
  readonly ratings: readonly FacetCount[]
}

/** Characters from `from` to before `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface SearchHit {
  readonly productId: string
  /** Where the title says what was looked for. */
  readonly marks: readonly Stretch[]
}

export interface SearchAnswer {
  /** In order; `offset` and `limit` are cut already. */
  readonly hits: readonly SearchHit[]
  readonly total: number
  readonly facets: SearchFacets | null
  /** The words as they were probably meant, when nothing was found for what was typed. */
  readonly correction: string | null
}

/** How far a full reindex is, or how the last one ended. */
export interface ReindexState {
  readonly isRunning: boolean
  readonly done: number
  readonly wanted: number
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
}

/**
 * The index of products. No operation reaches beyond the tenant that it names. Writing is idempotent; each call is bounded by what is
 * handed in, and never waits for another engine.
 */
export interface ProductSearch {
  put(tenantId: string, documents: readonly ProductDocument[], tuning: SearchTuning): Promise<void>
  remove(tenantId: string, productIds: readonly string[]): Promise<void>
  find(tenantId: string, wish: SearchWish): Promise<SearchAnswer>
  /**
   * Starts a second index beside the one that answers; `put` and `remove` reach both until `finishReindex` puts it in place. Answers its
   * number. One that was begun before and not finished is thrown away.
   */
  startReindex(tenantId: string, wanted: number): Promise<number>
  /** Fills the second index only. Answers false, and writes nothing, when another reindex has taken its place. */
  putAside(tenantId: string, second: number, documents: readonly ProductDocument[], tuning: SearchTuning): Promise<boolean>
  /** Swaps in one step. When another reindex has taken its place nothing changes. */
  finishReindex(tenantId: string, second: number): Promise<void>
  reindexState(tenantId: string): Promise<ReindexState>
  /**
   * Products whose document is not what it should be. `documents` are all that should be there of the ids behind `after` and up to `upTo`
   * (null: all that follow).
   */
  differing(tenantId: string, documents: readonly ProductDocument[], range: IdRange): Promise<readonly string[]>
}

export interface IdRange {
  readonly after: string
  readonly upTo: string | null
}
