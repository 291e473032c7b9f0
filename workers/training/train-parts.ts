import type { Factors, Neighbours } from "#server/domain/recommendations/index.ts"
import type { Events } from "./events/events.ts"
import { type IalsWish, trainIals } from "./models/ials.ts"
import type { KnnWish } from "./models/item-knn.ts"
import { type Spectral, type SpectralWish, trainSpectral } from "./models/spectral.ts"
import { rowSums, transposed } from "./tensors/level-matrix.ts"

export const noFactors: Factors = {
  kind: "spectral",
  rank: 0,
  vectors: new Float32Array(0),
  tone: new Float32Array(0),
  lean: new Float32Array(0),
  gram: new Float32Array(0),
  regularisation: 0,
}

export const noNeighbours = (products: number): Neighbours => ({
  count: 1,
  ids: new Int32Array(products).fill(-1),
  scores: new Float32Array(products),
})

/** How a factorisation is trained: enough to train it again. */
export type FactorWish =
  | { readonly kind: "spectral"; readonly train: SpectralWish; readonly rank: number; readonly lean: number }
  | { readonly kind: "ials"; readonly train: IalsWish }

export const knnWishes: readonly KnnWish[] = [0.3, 0.5, 0.7].flatMap((power) => [
  { neighbours: 40, power, shrink: 0 },
  { neighbours: 100, power, shrink: 5 },
])

export const spectralWish = (seed: number, rank: number): SpectralWish => ({ a: 0.3, b: 0.5, rank, rounds: 4, seed })

/** The weight of all that was not done falls with the number of products, so that together it stays comparable to what was done. */
export function ialsWishes({ matrix }: Events, seed: number): IalsWish[] {
  const unseen = Math.max(0.05, Math.min(1, 500 / Math.max(1, matrix.columns)))
  const base = { unseen, regularisation: 0.015, seed }
  if (matrix.column.length > 300_000) return [{ ...base, rank: 64, epochs: 5 }]
  return [16, 32, 64].map((rank) => ({ ...base, rank, epochs: 8 }))
}

/** The leading dimensions of a decomposition; `lean` is the power of popularity that scores keep. */
export function spectralFactors(events: Events, spectral: Spectral, rank: number, lean: number): Factors {
  const kept = Math.min(rank, spectral.rank)
  const products = events.matrix.columns
  const vectors = new Float32Array(products * kept)
  for (let product = 0; product < products; product++) {
    const from = product * spectral.rank
    vectors.set(spectral.vectors.subarray(from, from + kept), product * kept)
  }
  const sums = rowSums(transposed(events.matrix))
  return { ...noFactors, rank: kept, vectors, tone: spectral.tone, lean: sums.map((sum) => (sum > 0 ? sum ** lean : 0)) }
}

export function ialsFactors(events: Events, wish: IalsWish): Factors {
  const { rank, factors, gram } = trainIals(events.matrix, wish)
  const ease = wish.unseen * events.matrix.columns
  for (let at = 0; at < rank; at++) gram[at * rank + at] = (gram[at * rank + at] ?? 0) + wish.regularisation * ease
  const ones = new Float32Array(events.matrix.columns).fill(1)
  return { kind: "ials", rank, vectors: factors, tone: ones, lean: ones, gram, regularisation: wish.regularisation }
}

export function trainFactors(events: Events, wish: FactorWish): Factors {
  if (wish.kind === "ials") return ialsFactors(events, wish.train)
  return spectralFactors(events, trainSpectral(events.matrix, { ...wish.train, rank: wish.rank }), wish.rank, wish.lean)
}
