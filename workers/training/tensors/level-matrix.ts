/**
 * A sparse matrix whose values are of a few levels, row by row. With levels instead of values a product with a dense matrix is one
 * segment sum over a table that holds the dense rows once per level.
 */
export interface LevelMatrix {
  readonly rows: number
  readonly columns: number
  /** The values that an entry can have. */
  readonly levels: readonly number[]
  /** Entries of row `r` lie from `start[r]` to before `start[r + 1]`. */
  readonly start: Int32Array
  readonly column: Int32Array
  /** Index into `levels`. */
  readonly level: Uint8Array
}

export function transposed(matrix: LevelMatrix): LevelMatrix {
  const { rows, columns, start, column, level } = matrix
  const startOfColumn = new Int32Array(columns + 1)
  for (const at of column) startOfColumn[at + 1] = (startOfColumn[at + 1] ?? 0) + 1
  for (let at = 0; at < columns; at++) startOfColumn[at + 1] = (startOfColumn[at + 1] ?? 0) + (startOfColumn[at] ?? 0)
  const next = startOfColumn.slice()
  const rowOf = new Int32Array(column.length)
  const levelOf = new Uint8Array(column.length)
  for (let row = 0; row < rows; row++) {
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      const from = column[at] ?? 0
      const target = next[from] ?? 0
      next[from] = target + 1
      rowOf[target] = row
      levelOf[target] = level[at] ?? 0
    }
  }
  return { rows: columns, columns: rows, levels: matrix.levels, start: startOfColumn, column: rowOf, level: levelOf }
}

/** The sum of each row's values. */
export function rowSums({ rows, start, level, levels }: LevelMatrix): Float32Array {
  const sums = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    let sum = 0
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) sum += levels[level[at] ?? 0] ?? 0
    sums[row] = sum
  }
  return sums
}

/** The same entries, all worth one. */
export function flattened(matrix: LevelMatrix): LevelMatrix {
  return { ...matrix, levels: [1], level: new Uint8Array(matrix.column.length) }
}
