import * as tf from "@tensorflow/tfjs-core"
import { type LevelMatrix, rowSums, transposed } from "#workers/training/tensors/level-matrix.ts"
import { gramOf, orthonormal } from "#workers/training/tensors/orthonormal.ts"
import { normals } from "#workers/training/tensors/random-stream.ts"
import { symmetricEigen } from "#workers/training/tensors/small-matrices.ts"
import { sparseTensor } from "#workers/training/tensors/sparse-product.ts"

export interface SpectralWish {
  /** How far a busy visitor's events are toned down: `Du^-a`. */
  readonly a: number
  /** How far a popular product's are: `Di^-b`. */
  readonly b: number
  readonly rank: number
  readonly rounds: number
  readonly seed: number
}

export interface Spectral {
  readonly rank: number
  /** Products by rank, row by row: the right singular vectors, the strongest first. Any prefix of the columns is a model of less rank. */
  readonly vectors: Float32Array
  readonly singular: Float32Array
  /** `Di^-b`, by product. */
  readonly tone: Float32Array
}

const spare = 10

/** Truncated singular value decomposition of `Du^-a X Di^-b` by randomised subspace iteration, on the side of the products alone. */
export function trainSpectral(events: LevelMatrix, wish: SpectralWish): Spectral {
  const rank = Math.max(1, Math.min(wish.rank, events.columns, events.rows))
  const width = Math.min(rank + spare, events.columns)
  const tone = toned(rowSums(transposed(events)), -wish.b)
  const visitors = sparseTensor(events)
  const products = sparseTensor(transposed(events))
  try {
    return tf.tidy(() => {
      const byVisitor = tf.tensor2d(toned(rowSums(events), -wish.a), [events.rows, 1])
      const byProduct = tf.tensor2d(tone, [events.columns, 1])
      const forth = (dense: tf.Tensor2D): tf.Tensor2D => tf.mul(visitors.times(tf.mul(dense, byProduct)), byVisitor)
      const back = (dense: tf.Tensor2D): tf.Tensor2D => tf.mul(products.times(tf.mul(dense, byVisitor)), byProduct)
      let basis: tf.Tensor2D = orthonormal(tf.tensor2d(normals(events.columns * width, wish.seed), [events.columns, width]))
      for (let round = 0; round < wish.rounds; round++) {
        const next = tf.tidy(() => orthonormal(back(forth(basis))))
        basis.dispose()
        basis = next
      }
      const { values, vectors } = symmetricEigen(gramOf(forth(basis)).dataSync(), width)
      const turned: tf.Tensor2D = tf.matMul(basis, tf.tensor2d(Float32Array.from(vectors), [width, width]))
      return {
        rank,
        vectors: Float32Array.from(tf.slice2d(turned, [0, 0], [events.columns, rank]).dataSync()),
        singular: Float32Array.from(values.subarray(0, rank), (value) => Math.sqrt(Math.max(0, value))),
        tone,
      }
    })
  } finally {
    visitors.dispose()
    products.dispose()
  }
}

function toned(sums: Float32Array, power: number): Float32Array {
  return sums.map((sum) => (sum > 0 ? sum ** power : 0))
}
