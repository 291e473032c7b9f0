import * as tf from "@tensorflow/tfjs-core"
import type { LevelMatrix } from "./level-matrix.ts"

/** A sparse matrix on the backend, to be multiplied often. */
export interface SparseTensor {
  readonly rows: number
  readonly columns: number
  /** `matrix · dense`. */
  times(dense: tf.Tensor2D): tf.Tensor2D
  dispose(): void
}

/**
 * The product is a sum over segments: the one sparse kernel that every backend has, and has fast. (`gather` is a hundred times
 * slower on WebAssembly, `unsortedSegmentSum` is missing there.)
 */
export function sparseTensor(matrix: LevelMatrix): SparseTensor {
  const { rows, columns, levels } = matrix
  const places = new Int32Array(matrix.column.length)
  const segments = new Int32Array(matrix.column.length)
  let last = -1
  for (let row = 0; row < rows; row++) {
    for (let at = matrix.start[row] ?? 0; at < (matrix.start[row + 1] ?? 0); at++) {
      places[at] = (matrix.level[at] ?? 0) * columns + (matrix.column[at] ?? 0)
      segments[at] = row
      last = row
    }
  }
  const place = tf.tensor1d(places, "int32")
  const segment = tf.tensor1d(segments, "int32")
  return {
    rows,
    columns,
    times: (dense) =>
      tf.tidy(() => {
        if (last < 0) return tf.zeros([rows, dense.shape[1]])
        const table: tf.Tensor2D =
          levels.length === 1
            ? scaled(dense, levels[0] ?? 1)
            : tf.concat2d(
                levels.map((level) => scaled(dense, level)),
                0,
              )
        const sums: tf.Tensor2D = tf.reshape(tf.sparse.sparseSegmentSum(table, place, segment), [last + 1, dense.shape[1]])
        return last + 1 === rows
          ? sums
          : tf.pad2d(sums, [
              [0, rows - last - 1],
              [0, 0],
            ])
      }),
    dispose() {
      place.dispose()
      segment.dispose()
    },
  }
}

function scaled(dense: tf.Tensor2D, by: number): tf.Tensor2D {
  return by === 1 ? dense : tf.mul(dense, by)
}

/** Rows of a dense matrix by number, by the same kernel. */
export function rowsOf(dense: tf.Tensor2D, wanted: Int32Array): tf.Tensor2D {
  return tf.tidy(() => {
    const each = tf.range(0, wanted.length, 1, "int32")
    const rows = tf.sparse.sparseSegmentSum(dense, tf.tensor1d(wanted, "int32"), each)
    return tf.reshape(rows, [wanted.length, dense.shape[1]])
  })
}
