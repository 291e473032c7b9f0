import type { Neighbours } from "#server/domain/recommendations/index.ts"
import { flattened, type LevelMatrix, rowSums, transposed } from "#workers/training/tensors/level-matrix.ts"
import { neighboursOf } from "./neighbours.ts"
import { eachOverlap } from "./overlap.ts"

const leastPairs = 2
const caution = 4

/** "Bought together": how much more often than by chance two products share a basket; few baskets count for less. */
export function trainPairLift(baskets: LevelMatrix, most: number): Neighbours {
  const products = flattened(transposed(baskets))
  const counts = rowSums(products)
  const kept = neighboursOf(products.rows, most)
  const scores = new Float32Array(products.rows)
  eachOverlap(products, (row, overlap) => {
    const own = counts[row] ?? 0
    for (let other = 0; other < scores.length; other++) {
      const pairs = overlap[other] ?? 0
      const lift = (pairs * baskets.rows) / Math.max(1, own * (counts[other] ?? 0))
      scores[other] = pairs < leastPairs || lift <= 1 ? 0 : (Math.log(lift) * pairs) / (pairs + caution)
    }
    kept.take(row, scores)
  })
  return kept.done()
}
