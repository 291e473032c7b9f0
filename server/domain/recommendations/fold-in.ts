import type { Factors, Taste } from "./model.ts"

/** A visitor's scores from what they did, without training: one small product, or one small system of equations. */
export function foldIn(factors: Factors, past: readonly Taste[], items: number): Float32Array {
  const { rank, vectors, lean } = factors
  const scores = new Float32Array(items)
  if (rank === 0 || past.length === 0) return scores
  const person = factors.kind === "spectral" ? sumOf(factors, past) : solved(factors, past)
  for (let item = 0, at = 0; item < items; item++) {
    let sum = 0
    for (let dimension = 0; dimension < rank; dimension++, at++) sum += (vectors[at] ?? 0) * (person[dimension] ?? 0)
    scores[item] = sum * (lean[item] ?? 0)
  }
  return scores
}

function sumOf({ rank, vectors, tone }: Factors, past: readonly Taste[]): Float32Array {
  const person = new Float32Array(rank)
  for (const { item, weight } of past) {
    const share = weight * (tone[item] ?? 0)
    for (let dimension = 0; dimension < rank; dimension++) {
      person[dimension] = (person[dimension] ?? 0) + share * (vectors[item * rank + dimension] ?? 0)
    }
  }
  return person
}

/** `(G + Σ w y yᵀ + λ) x = Σ w y`, by Cholesky. */
function solved({ rank, vectors, gram, regularisation }: Factors, past: readonly Taste[]): Float64Array {
  const matrix = Float64Array.from(gram)
  const person = new Float64Array(rank)
  for (const { item, weight } of past) {
    const first = item * rank
    for (let row = 0; row < rank; row++) {
      const share = weight * (vectors[first + row] ?? 0)
      person[row] = (person[row] ?? 0) + share
      for (let column = 0; column <= row; column++) {
        matrix[row * rank + column] = (matrix[row * rank + column] ?? 0) + share * (vectors[first + column] ?? 0)
      }
    }
  }
  for (let row = 0; row < rank; row++)
    matrix[row * rank + row] = (matrix[row * rank + row] ?? 0) + regularisation * (past.length + 1)
  return cholesky(matrix, person, rank)
}

/** Solves in place, by the lower triangle. */
function cholesky(matrix: Float64Array, x: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0
      for (let at = 0; at < column; at++) sum -= (matrix[row * size + at] ?? 0) * (matrix[column * size + at] ?? 0)
      matrix[row * size + column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (matrix[column * size + column] ?? 1)
    }
    let rest = x[row] ?? 0
    for (let at = 0; at < row; at++) rest -= (matrix[row * size + at] ?? 0) * (x[at] ?? 0)
    x[row] = rest / (matrix[row * size + row] ?? 1)
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = x[row] ?? 0
    for (let at = row + 1; at < size; at++) rest -= (matrix[at * size + row] ?? 0) * (x[at] ?? 0)
    x[row] = rest / (matrix[row * size + row] ?? 1)
  }
  return x
}
