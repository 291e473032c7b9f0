import * as tf from "@tensorflow/tfjs-core"
import { type LevelMatrix, transposed } from "#workers/training/tensors/level-matrix.ts"
import { gramOf } from "#workers/training/tensors/orthonormal.ts"
import { normals } from "#workers/training/tensors/random-stream.ts"
import { rowsOf } from "#workers/training/tensors/sparse-product.ts"
import { type Bucket, bucketsOf, disposeBuckets } from "./buckets.ts"

export interface IalsWish {
  readonly rank: number
  /** The weight of what nobody did. */
  readonly unseen: number
  readonly regularisation: number
  readonly epochs: number
  readonly seed: number
}

export interface Ials {
  readonly rank: number
  /** Products by rank, row by row. */
  readonly factors: Float32Array
  /** `unseen · Fᵀ F`: what folding a visitor in needs besides. */
  readonly gram: Float32Array
}

const steps = 4

/**
 * Implicit alternating least squares (Hu, Koren and Volinsky 2008; weights and regularisation by frequency as in Rendle et al. 2021).
 * Rows of like length are solved together, by a few steps of conjugate gradients from where they were.
 */
export function trainIals(events: LevelMatrix, wish: IalsWish, onEpoch: (epoch: number) => void = () => undefined): Ials {
  const rank = Math.max(1, Math.min(wish.rank, events.columns, events.rows))
  const visitors = bucketsOf(events)
  const products = bucketsOf(transposed(events))
  const spread = 0.1 / Math.sqrt(rank)
  try {
    return tf.tidy(() => {
      let byProduct = tf.tensor2d(
        normals(events.columns * rank, wish.seed).map((value) => value * spread),
        [events.columns, rank],
      )
      let byVisitor: tf.Tensor2D = tf.zeros([events.rows, rank])
      for (let epoch = 0; epoch < wish.epochs; epoch++) {
        byVisitor = replaced(byVisitor, solve(visitors, byVisitor, byProduct, wish))
        byProduct = replaced(byProduct, solve(products, byProduct, byVisitor, wish))
        onEpoch(epoch + 1)
      }
      const gram = tf.mul(gramOf(byProduct), wish.unseen)
      return { rank, factors: Float32Array.from(byProduct.dataSync()), gram: Float32Array.from(gram.dataSync()) }
    })
  } finally {
    disposeBuckets(visitors)
    disposeBuckets(products)
  }
}

function replaced(old: tf.Tensor2D, next: tf.Tensor2D): tf.Tensor2D {
  old.dispose()
  return next
}

/** New factors of one side, the other side's being held. Rows without an event are nought. */
function solve(side: ReturnType<typeof bucketsOf>, own: tf.Tensor2D, other: tf.Tensor2D, wish: IalsWish): tf.Tensor2D {
  return tf.tidy(() => {
    const rank = own.shape[1]
    const gram: tf.Tensor2D = tf.mul(gramOf(other), wish.unseen)
    const padded = tf.pad2d(other, [
      [0, 1],
      [0, 0],
    ])
    const ease = wish.unseen * other.shape[0]
    const parts = side.buckets.map((bucket) =>
      tf.tidy(() => {
        const seen: tf.Tensor3D = tf.reshape(rowsOf(padded, bucket.places), [bucket.rows.length, bucket.length, rank])
        const damp: tf.Tensor3D = tf.mul(tf.add(bucket.counts, ease), wish.regularisation)
        const start: tf.Tensor3D = tf.reshape(rowsOf(own, bucket.rows), [bucket.rows.length, 1, rank])
        return descend({ seen, weights: bucket.weights, damp, gram }, start)
      }),
    )
    const all = tf.concat2d([...parts, tf.zeros([1, rank])], 0)
    return rowsOf(all, side.order)
  })
}

interface Equations {
  /** The other side's rows that each row has to do with, padded with nought. */
  readonly seen: tf.Tensor3D
  readonly weights: Bucket["weights"]
  readonly damp: tf.Tensor3D
  readonly gram: tf.Tensor2D
}

/** Conjugate gradients on all rows of a bucket at once. */
function descend({ seen, weights, damp, gram }: Equations, start: tf.Tensor3D): tf.Tensor2D {
  const [rows, , rank] = [start.shape[0], start.shape[1], start.shape[2]]
  const times = (x: tf.Tensor3D): tf.Tensor3D => {
    const dense = tf.reshape(tf.matMul(tf.reshape(x, [rows, rank]), gram), [rows, 1, rank])
    const sparse = tf.matMul(tf.mul(tf.matMul(x, seen, false, true), weights), seen)
    return tf.add(tf.add(dense, sparse), tf.mul(damp, x))
  }
  const inner = (a: tf.Tensor3D, b: tf.Tensor3D) => tf.sum(tf.mul(a, b), 2, true)
  let x = start
  let rest: tf.Tensor3D = tf.sub(tf.matMul(weights, seen), times(x))
  let way = rest
  let size = inner(rest, rest)
  for (let step = 0; step < steps; step++) {
    const turned = times(way)
    const stride = tf.divNoNan(size, inner(way, turned))
    x = tf.add(x, tf.mul(stride, way))
    rest = tf.sub(rest, tf.mul(stride, turned))
    const next = inner(rest, rest)
    way = tf.add(rest, tf.mul(tf.divNoNan(next, size), way))
    size = next
  }
  return tf.reshape(x, [rows, rank])
}
