/** Small square matrices, row by row, in 64-bit floats: what the backends have no kernels for, and what must not lose digits. */

/**
 * The upper triangle R of `gram = Rᵀ R`, inverted. Directions that add nothing (their pivot is lost in rounding) come out as nought.
 */
export function invertedRoot(gram: ArrayLike<number>, size: number): Float64Array {
  const root = new Float64Array(size * size)
  let largest = 0
  for (let at = 0; at < size; at++) largest = Math.max(largest, gram[at * size + at] ?? 0)
  const lost = largest * 1e-10
  for (let row = 0; row < size; row++) {
    for (let column = row; column < size; column++) {
      let sum = gram[row * size + column] ?? 0
      for (let at = 0; at < row; at++) sum -= (root[at * size + row] ?? 0) * (root[at * size + column] ?? 0)
      if (row === column) root[row * size + row] = sum > lost ? Math.sqrt(sum) : 0
      else root[row * size + column] = root[row * size + row] === 0 ? 0 : sum / (root[row * size + row] ?? 1)
    }
  }
  return invertedTriangle(root, size)
}

function invertedTriangle(root: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    const pivot = root[column * size + column] ?? 0
    if (pivot === 0) continue
    inverse[column * size + column] = 1 / pivot
    for (let row = column - 1; row >= 0; row--) {
      const own = root[row * size + row] ?? 0
      if (own === 0) continue
      let sum = 0
      for (let at = row + 1; at <= column; at++) sum += (root[row * size + at] ?? 0) * (inverse[at * size + column] ?? 0)
      inverse[row * size + column] = -sum / own
    }
  }
  return inverse
}

export interface Eigen {
  /** Largest first. */
  readonly values: Float64Array
  /** Column `c` belongs to value `c`. */
  readonly vectors: Float64Array
}

/** Of a symmetric matrix, by Jacobi's rotations in a fixed order, until nothing off the diagonal is left. */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const work = Float64Array.from(matrix)
  const vectors = new Float64Array(size * size)
  for (let at = 0; at < size; at++) vectors[at * size + at] = 1
  for (let sweep = 0; sweep < 30; sweep++) {
    if (offDiagonal(work, size) < 1e-9 * diagonal(work, size)) break
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(work, vectors, size, p, q)
  }
  const order = Array.from({ length: size }, (_, at) => at).sort((a, b) => (work[b * size + b] ?? 0) - (work[a * size + a] ?? 0))
  const sorted = new Float64Array(size * size)
  order.forEach((from, to) => {
    for (let row = 0; row < size; row++) sorted[row * size + to] = vectors[row * size + from] ?? 0
  })
  return { values: Float64Array.from(order, (at) => work[at * size + at] ?? 0), vectors: sorted }
}

function rotate(work: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = work[p * size + q] ?? 0
  const [first, second] = [work[p * size + p] ?? 0, work[q * size + q] ?? 0]
  if (Math.abs(off) <= 1e-14 * Math.sqrt(Math.abs(first * second)) || off === 0) return
  const theta = (second - first) / (2 * off)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (let at = 0; at < size; at++) turn(work, at * size + p, at * size + q, cosine, sine)
  for (let at = 0; at < size; at++) turn(work, p * size + at, q * size + at, cosine, sine)
  for (let at = 0; at < size; at++) turn(vectors, at * size + p, at * size + q, cosine, sine)
}

function turn(values: Float64Array, a: number, b: number, cosine: number, sine: number): void {
  const [first, second] = [values[a] ?? 0, values[b] ?? 0]
  values[a] = cosine * first - sine * second
  values[b] = sine * first + cosine * second
}

function offDiagonal(work: Float64Array, size: number): number {
  let sum = 0
  for (let row = 0; row < size; row++)
    for (let column = row + 1; column < size; column++) sum += Math.abs(work[row * size + column] ?? 0)
  return sum / Math.max(1, size)
}

function diagonal(work: Float64Array, size: number): number {
  let sum = 0
  for (let at = 0; at < size; at++) sum += Math.abs(work[at * size + at] ?? 0)
  return sum / Math.max(1, size)
}
