/** For each product the few that go with it, best first; -1 where there are fewer. */
export interface Neighbours {
  readonly count: number
  readonly ids: Int32Array
  readonly scores: Float32Array
}

/** What a shop's visitors taught, in as many dimensions as `rank`. */
export interface Factors {
  readonly kind: "spectral" | "ials"
  readonly rank: number
  /** Products by rank, row by row. */
  readonly vectors: Float32Array
  /** By product: how much its being in a visitor's past says. */
  readonly tone: Float32Array
  /** By product: what its score is multiplied by. */
  readonly lean: Float32Array
  /** Rank by rank, for folding in by least squares; empty where one product does. */
  readonly gram: Float32Array
  readonly regularisation: number
}

export const partNames = ["factors", "knn", "lift", "content", "popularity"] as const
export type PartName = (typeof partNames)[number]
export type Blend = { readonly [P in PartName]: number }

/** Everything that a shop's pages need to recommend. Products are numbers here: places in `items`. */
export interface Model {
  readonly items: readonly string[]
  readonly popularity: Float32Array
  readonly factors: Factors
  readonly knn: Neighbours
  readonly lift: Neighbours
  readonly content: Neighbours
  /** For somebody with a past, and for what goes with one product. */
  readonly blends: { readonly person: Blend; readonly product: Blend }
}

/** A product that somebody has had to do with, and how much. */
export interface Taste {
  readonly item: number
  readonly weight: number
}
