import * as tf from "@tensorflow/tfjs-core"
import type { LevelMatrix } from "#workers/training/tensors/level-matrix.ts"
import { sparseTensor } from "#workers/training/tensors/sparse-product.ts"

/** One row's products with all rows. Valid until the next is told. */
export type HearOverlap = (row: number, overlap: Float32Array) => void

const perBlock = 128

/** `A D Aᵀ` without ever holding it: tells each of its rows in turn. `diagonal` is D, by column of A; none is ones. */
export function eachOverlap(matrix: LevelMatrix, hear: HearOverlap, diagonal?: Float32Array): void {
  const all = sparseTensor(matrix)
  try {
    for (let first = 0; first < matrix.rows; first += perBlock) {
      const count = Math.min(perBlock, matrix.rows - first)
      const block = tf.tidy(() => {
        const dense = tf.tensor2d(columnsOf(matrix, first, count, diagonal), [matrix.columns, count])
        return tf.transpose(all.times(dense)).dataSync()
      })
      for (let at = 0; at < count; at++) {
        hear(first + at, Float32Array.from(block.subarray(at * matrix.rows, (at + 1) * matrix.rows)))
      }
    }
  } finally {
    all.dispose()
  }
}

/** Some rows of the matrix as the columns of a dense one. */
function columnsOf(matrix: LevelMatrix, first: number, count: number, diagonal?: Float32Array): Float32Array {
  const dense = new Float32Array(matrix.columns * count)
  for (let row = first; row < first + count; row++) {
    for (let at = matrix.start[row] ?? 0; at < (matrix.start[row + 1] ?? 0); at++) {
      const column = matrix.column[at] ?? 0
      const value = matrix.levels[matrix.level[at] ?? 0] ?? 0
      dense[column * count + row - first] = value * (diagonal ? (diagonal[column] ?? 0) : 1)
    }
  }
  return dense
}
