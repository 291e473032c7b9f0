import type { Neighbours } from "#server/domain/recommendations/index.ts"
import { tokensOf } from "#server/kernel/words/tokens.ts"
import type { LevelMatrix } from "#workers/training/tensors/level-matrix.ts"
import { neighboursOf } from "./neighbours.ts"
import { eachOverlap } from "./overlap.ts"

/** What a product says of itself. */
export interface ProductText {
  readonly title: string
  readonly description: string
  readonly category: string
  readonly vendor: string
  readonly options: readonly string[]
  readonly priceMinor: number
}

const levels = [1, 2, 3, 4, 6] as const
const fullLevel = levels.length - 1

/**
 * TF-IDF vectors and the cosine between them. Words of any language; runs of Chinese characters by their pairs. A word of the title counts
 * four times one of the description; category, vendor, options and price band are words, too. Needs no event.
 */
export function trainContent(products: readonly ProductText[], most: number): Neighbours {
  const { matrix, rarity } = termsOf(products)
  const kept = neighboursOf(matrix.rows, most)
  const lengths = lengthsOf(matrix, rarity)
  eachOverlap(
    matrix,
    (row, overlap) => {
      const own = lengths[row] ?? 0
      for (let other = 0; other < overlap.length; other++)
        overlap[other] = (overlap[other] ?? 0) / (own * (lengths[other] ?? 0) || 1)
      kept.take(row, overlap)
    },
    rarity,
  )
  return kept.done()
}

/** Products by terms, and the square of each term's inverse document frequency. */
function termsOf(products: readonly ProductText[]): { matrix: LevelMatrix; rarity: Float32Array } {
  const terms = new Map<string, number>()
  const documents: number[] = []
  const start = new Int32Array(products.length + 1)
  const column: number[] = []
  const level: number[] = []
  products.forEach((product, row) => {
    for (const [term, weight] of weightsOf(product)) {
      const known = terms.get(term)
      const place = known ?? terms.size
      if (known === undefined) terms.set(term, place)
      documents[place] = (documents[place] ?? 0) + 1
      column.push(place)
      level.push(nearestLevel(weight))
    }
    start[row + 1] = column.length
  })
  const rarity = Float32Array.from(documents, (count) => Math.log((1 + products.length) / (0.5 + count)) ** 2)
  const matrix = {
    rows: products.length,
    columns: terms.size,
    levels,
    start,
    column: Int32Array.from(column),
    level: Uint8Array.from(level),
  }
  return { matrix, rarity }
}

function weightsOf(product: ProductText): Map<string, number> {
  const weights = new Map<string, number>()
  const add = (term: string, weight: number) => weights.set(term, (weights.get(term) ?? 0) + weight)
  const words = (text: string) => tokensOf(text, "").map(({ term }) => term)
  for (const word of words(product.title)) add(word, 4)
  for (const word of words(product.description).slice(0, 400)) add(word, 1)
  for (const option of product.options) for (const word of words(option)) add(`option ${word}`, 1)
  if (product.category !== "") add(`category ${product.category}`, 6)
  if (product.vendor !== "") add(`vendor ${product.vendor}`, 2)
  // Two bands that overlap, so that near prices share one even across an edge.
  const price = Math.log2(Math.max(1, product.priceMinor))
  if (price > 0) for (const band of [`from ${Math.floor(price)}`, `around ${Math.round(price)}`]) add(`price ${band}`, 1)
  return weights
}

/** Many mentions say little more than some. */
function nearestLevel(weight: number): number {
  const at = levels.findIndex((level) => level >= weight)
  return at === -1 ? fullLevel : at
}

function lengthsOf(matrix: LevelMatrix, rarity: Float32Array): Float32Array {
  const lengths = new Float32Array(matrix.rows)
  for (let row = 0; row < matrix.rows; row++) {
    let sum = 0
    for (let at = matrix.start[row] ?? 0; at < (matrix.start[row + 1] ?? 0); at++) {
      sum += (matrix.levels[matrix.level[at] ?? 0] ?? 0) ** 2 * (rarity[matrix.column[at] ?? 0] ?? 0)
    }
    lengths[row] = Math.sqrt(sum)
  }
  return lengths
}
