import type { Neighbours } from "#server/domain/recommendations/index.ts"
import { flattened, type LevelMatrix, rowSums, transposed } from "#workers/training/tensors/level-matrix.ts"
import { neighboursOf } from "./neighbours.ts"
import { eachOverlap } from "./overlap.ts"

export interface KnnWish {
  readonly neighbours: number
  /** 0.5 is the cosine; less favours what many like. */
  readonly power: number
  /** What few visitors bear out is trusted less. */
  readonly shrink: number
}

/** For each product those that the same visitors have to do with. Several wishes cost little more than one. */
export function trainItemKnn(events: LevelMatrix, wishes: readonly KnnWish[]): Neighbours[] {
  const products = flattened(transposed(events))
  const visitors = rowSums(products)
  const kept = wishes.map(({ neighbours }) => neighboursOf(products.rows, neighbours))
  const tones = wishes.map(({ power }) => visitors.map((count) => count ** power))
  const scores = new Float32Array(products.rows)
  eachOverlap(products, (row, overlap) => {
    wishes.forEach(({ shrink }, at) => {
      const tone = tones[at] ?? visitors
      const own = tone[row] ?? 0
      for (let other = 0; other < scores.length; other++) {
        const together = overlap[other] ?? 0
        scores[other] = together === 0 ? 0 : together / (own * (tone[other] ?? 0) + shrink)
      }
      kept[at]?.take(row, scores)
    })
  })
  return kept.map((neighbours) => neighbours.done())
}
