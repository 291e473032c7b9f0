import * as tf from "@tensorflow/tfjs-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type LevelMatrix, transposed } from "./level-matrix.ts"
import { openTensors } from "./open-tensors.ts"
import { orthonormal } from "./orthonormal.ts"
import { normals, randomStream } from "./random-stream.ts"
import { symmetricEigen } from "./small-matrices.ts"
import { rowsOf, sparseTensor } from "./sparse-product.ts"

/** A sparse matrix with empty rows at the beginning, in the middle and at the end. */
function sample(rows: number, columns: number): LevelMatrix {
  const random = randomStream(7)
  const [start, column, level]: [number[], number[], number[]] = [[0], [], []]
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < columns && row % 5 !== 0 && row < rows - 2; at++) {
      if (random() < 0.4) {
        column.push(at)
        level.push(Math.floor(random() * 3))
      }
    }
    start.push(column.length)
  }
  const entries = { start: Int32Array.from(start), column: Int32Array.from(column), level: Uint8Array.from(level) }
  return { rows, columns, levels: [0.5, 1, 3], ...entries }
}

function dense({ rows, columns, levels, start, column, level }: LevelMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const line = Array.from({ length: columns }, () => 0)
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) line[column[at] ?? 0] = levels[level[at] ?? 0] ?? 0
    return line
  })
}

describe.each(["wasm", "cpu"] as const)("on %s", (backend) => {
  beforeAll(async () => void (await openTensors(backend)))
  afterAll(() => expect(tf.memory().numTensors).toBe(0))

  it("multiplies a sparse matrix, empty rows included, and leaves nothing behind", () => {
    const matrix = sample(23, 9)
    const right = normals(9 * 4, 1)
    for (const [given, width] of [
      [matrix, 9],
      [{ ...matrix, levels: [1, 1, 1] }, 9],
    ] as const) {
      const sparse = sparseTensor(given)
      const found = tf.tidy(() => Array.from(sparse.times(tf.tensor2d(right, [width, 4])).dataSync()))
      sparse.dispose()
      const expected = dense(given).flatMap((line) =>
        [0, 1, 2, 3].map((to) => line.reduce((sum, value, at) => sum + value * (right[at * 4 + to] ?? 0), 0)),
      )
      found.forEach((value, at) => {
        expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 4)
      })
      expect(found).toHaveLength(expected.length)
    }
  })

  it("multiplies by nothing at all", () => {
    const none = sparseTensor({ ...sample(3, 2), start: new Int32Array(4), column: new Int32Array(0), level: new Uint8Array(0) })
    const found = tf.tidy(() => Array.from(none.times(tf.ones([2, 2])).dataSync()))
    none.dispose()
    expect(found).toEqual([0, 0, 0, 0, 0, 0])
  })

  it("fetches rows by number, in any order and repeatedly", () => {
    const found = tf.tidy(() => Array.from(rowsOf(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]), Int32Array.of(2, 0, 2)).dataSync()))
    expect(found).toEqual([5, 6, 1, 2, 5, 6])
  })

  it("straightens columns, and drops one that says nothing new", () => {
    const [gram, rows] = tf.tidy(() => {
      const tall = tf.tensor2d(normals(60, 3), [20, 3])
      const same = tf.concat2d([tall, tf.slice2d(tall, [0, 0], [20, 1])], 1)
      const straight = orthonormal(same)
      const gram: tf.Tensor2D = tf.matMul(straight, straight, true, false)
      return [gram.arraySync(), straight.shape[0]] as const
    })
    expect(rows).toBe(20)
    const expected = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ]
    expected.forEach((line, row) => {
      line.forEach((value, column) => {
        expect(gram[row]?.[column]).toBeCloseTo(value, 4)
      })
    })
    expect(Math.abs(gram[3]?.[3] ?? 1)).toBeLessThan(1e-3)
  })
})

describe("small matrices", () => {
  it("turns every entry's row and column round", () => {
    const matrix = sample(12, 5)
    const turned = dense(transposed(matrix))
    expect(turned).toEqual(Array.from({ length: 5 }, (_, column) => dense(matrix).map((line) => line[column])))
  })

  it("finds eigenvectors of a symmetric matrix, the largest first", () => {
    const { values, vectors } = symmetricEigen([2, 1, 0, 1, 2, 0, 0, 0, 5], 3)
    expect([...values].map((value) => Number(value.toFixed(9)))).toEqual([5, 3, 1])
    expect(Math.abs(vectors[6] ?? 0)).toBeCloseTo(1, 9)
    expect(Math.abs(vectors[1] ?? 0)).toBeCloseTo(Math.SQRT1_2, 9)
  })

  it("draws the same numbers from the same seed", () => {
    expect(normals(5, 4)).toEqual(normals(5, 4))
    expect(normals(5, 4)).not.toEqual(normals(5, 5))
  })
})
