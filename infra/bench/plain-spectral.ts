import type { Spectral, SpectralWish } from "#workers/training/models/spectral.ts"
import { type LevelMatrix, rowSums, transposed } from "#workers/training/tensors/level-matrix.ts"
import { normals } from "#workers/training/tensors/random-stream.ts"
import { invertedRoot, symmetricEigen } from "#workers/training/tensors/small-matrices.ts"

/** The same factorisation as the tensors', step by step, in loops over typed arrays: what the backend is measured against. */
export function plainSpectral(events: LevelMatrix, wish: SpectralWish): Spectral {
  const rank = Math.max(1, Math.min(wish.rank, events.columns, events.rows))
  const width = Math.min(rank + 10, events.columns)
  const products = transposed(events)
  const byVisitor = rowSums(events).map((sum) => (sum > 0 ? sum ** -wish.a : 0))
  const tone = rowSums(products).map((sum) => (sum > 0 ? sum ** -wish.b : 0))
  const forth = (dense: Float32Array) => scaled(times(events, scaled(dense, tone, width), width), byVisitor, width)
  const back = (dense: Float32Array) => scaled(times(products, scaled(dense, byVisitor, width), width), tone, width)
  let basis = orthonormal(normals(events.columns * width, wish.seed), width)
  for (let round = 0; round < wish.rounds; round++) basis = orthonormal(back(forth(basis)), width)
  const { values, vectors } = symmetricEigen(gram(forth(basis), width), width)
  const turned = product(basis, vectors, width)
  const kept = new Float32Array(events.columns * rank)
  for (let row = 0; row < events.columns; row++) kept.set(turned.subarray(row * width, row * width + rank), row * rank)
  return {
    rank,
    vectors: kept,
    singular: Float32Array.from(values.subarray(0, rank), (value) => Math.sqrt(Math.max(0, value))),
    tone,
  }
}

function times(matrix: LevelMatrix, dense: Float32Array, width: number): Float32Array {
  const sums = new Float32Array(matrix.rows * width)
  for (let row = 0; row < matrix.rows; row++) {
    for (let entry = matrix.start[row] ?? 0; entry < (matrix.start[row + 1] ?? 0); entry++) {
      const value = matrix.levels[matrix.level[entry] ?? 0] ?? 0
      const from = (matrix.column[entry] ?? 0) * width
      for (let at = 0; at < width; at++) {
        const to = row * width + at
        sums[to] = (sums[to] ?? 0) + value * (dense[from + at] ?? 0)
      }
    }
  }
  return sums
}

function scaled(dense: Float32Array, by: Float32Array, width: number): Float32Array {
  return dense.map((value, at) => value * (by[Math.floor(at / width)] ?? 0))
}

function gram(tall: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width * width)
  for (let first = 0; first < tall.length; first += width) {
    for (let row = 0; row < width; row++) {
      const value = tall[first + row] ?? 0
      for (let column = row; column < width; column++) {
        const to = row * width + column
        sums[to] = (sums[to] ?? 0) + value * (tall[first + column] ?? 0)
      }
    }
  }
  for (let row = 0; row < width; row++)
    for (let column = 0; column < row; column++) sums[row * width + column] = sums[column * width + row] ?? 0
  return sums
}

function product(tall: Float32Array, square: ArrayLike<number>, width: number): Float32Array {
  const out = new Float32Array(tall.length)
  for (let first = 0; first < tall.length; first += width) {
    for (let row = 0; row < width; row++) {
      const value = tall[first + row] ?? 0
      for (let column = 0; column < width; column++) {
        out[first + column] = (out[first + column] ?? 0) + value * (square[row * width + column] ?? 0)
      }
    }
  }
  return out
}

function orthonormal(tall: Float32Array, width: number): Float32Array {
  const straighten = (given: Float32Array) => product(given, invertedRoot(gram(given, width), width), width)
  return straighten(straighten(tall))
}
