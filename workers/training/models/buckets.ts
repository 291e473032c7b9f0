import * as tf from "@tensorflow/tfjs-core"
import type { LevelMatrix } from "#workers/training/tensors/level-matrix.ts"

/** Rows of like length, padded to one length, so that they can be solved in one go. */
export interface Bucket {
  readonly rows: Int32Array
  readonly length: number
  /** Rows by length: the column of each entry, or the number of columns where there is none. */
  readonly places: Int32Array
  /** [rows, 1, length]. */
  readonly weights: tf.Tensor3D
  /** Entries of each row: [rows, 1, 1]. */
  readonly counts: tf.Tensor3D
}

export interface Buckets {
  readonly buckets: readonly Bucket[]
  /** Where each row of the matrix comes in the sequence of buckets; rows without entries come after all. */
  readonly order: Int32Array
}

/** What one step may hold at once: entries, padding included. */
const mostEntries = 32_768

export function bucketsOf(matrix: LevelMatrix): Buckets {
  const byLength = new Map<number, number[]>()
  for (let row = 0; row < matrix.rows; row++) {
    const count = lengthOf(matrix, row)
    if (count === 0) continue
    const length = Math.max(4, 2 ** Math.ceil(Math.log2(count)))
    const alike = byLength.get(length)
    if (alike) alike.push(row)
    else byLength.set(length, [row])
  }
  const buckets: Bucket[] = []
  for (const [length, rows] of [...byLength].sort(([a], [b]) => a - b)) {
    const atOnce = Math.max(1, Math.floor(mostEntries / length))
    for (let from = 0; from < rows.length; from += atOnce) buckets.push(bucketOf(matrix, rows.slice(from, from + atOnce), length))
  }
  const solved = buckets.flatMap(({ rows }) => [...rows])
  const order = new Int32Array(matrix.rows).fill(solved.length)
  solved.forEach((row, at) => {
    order[row] = at
  })
  return { buckets, order }
}

export function disposeBuckets({ buckets }: Buckets): void {
  for (const { weights, counts } of buckets) tf.dispose([weights, counts])
}

function bucketOf(matrix: LevelMatrix, rows: readonly number[], length: number): Bucket {
  const places = new Int32Array(rows.length * length).fill(matrix.columns)
  const weights = new Float32Array(rows.length * length)
  rows.forEach((row, place) => {
    const first = matrix.start[row] ?? 0
    for (let at = 0; at < lengthOf(matrix, row); at++) {
      places[place * length + at] = matrix.column[first + at] ?? 0
      weights[place * length + at] = matrix.levels[matrix.level[first + at] ?? 0] ?? 0
    }
  })
  const counts = Float32Array.from(rows, (row) => lengthOf(matrix, row))
  return {
    rows: Int32Array.from(rows),
    length,
    places,
    weights: tf.tensor3d(weights, [rows.length, 1, length]),
    counts: tf.tensor3d(counts, [rows.length, 1, 1]),
  }
}

function lengthOf({ start }: LevelMatrix, row: number): number {
  return (start[row + 1] ?? 0) - (start[row] ?? 0)
}
