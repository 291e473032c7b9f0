import * as tf from "@tensorflow/tfjs-core"
import { invertedRoot } from "./small-matrices.ts"

/** `Aᵀ A`. The transpose is made first: a product that transposes by itself is ten times slower on WebAssembly. */
export function gramOf(tall: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.matMul(tf.transpose(tall), tall))
}

/**
 * Columns of length one, at right angles, that span the same space (by Cholesky's root of the Gram matrix, twice, since once loses
 * half of the digits). Columns that add nothing come out as nought.
 */
export function orthonormal(tall: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => straighten(straighten(tall)))
}

function straighten(tall: tf.Tensor2D): tf.Tensor2D {
  const size = tall.shape[1]
  const inverse = invertedRoot(gramOf(tall).dataSync(), size)
  return tf.matMul(tall, tf.tensor2d(Float32Array.from(inverse), [size, size]))
}
