import * as tf from "@tensorflow/tfjs-core"
import { afterEach, beforeAll, describe, expect, it } from "vitest"
import { foldIn, type Neighbours } from "#server/domain/recommendations/index.ts"
import type { LevelMatrix } from "#workers/training/tensors/level-matrix.ts"
import { openTensors } from "#workers/training/tensors/open-tensors.ts"
import { randomStream } from "#workers/training/tensors/random-stream.ts"
import { symmetricEigen } from "#workers/training/tensors/small-matrices.ts"
import { ialsFactors, noFactors } from "#workers/training/train-parts.ts"
import { trainContent } from "./content.ts"
import { trainIals } from "./ials.ts"
import { trainItemKnn } from "./item-knn.ts"
import { trainPairLift } from "./pair-lift.ts"
import { trainSpectral } from "./spectral.ts"

/** Two camps: even visitors meet the first half of the products, odd ones the second. */
function camps(visitors: number, products: number): LevelMatrix {
  const random = randomStream(11)
  const [start, column]: [number[], number[]] = [[0], []]
  for (let visitor = 0; visitor < visitors; visitor++) {
    for (let product = 0; product < products; product++) {
      const isOwn = product < products / 2 === (visitor % 2 === 0)
      if (random() < (isOwn ? 0.5 : 0.04)) column.push(product)
    }
    start.push(column.length)
  }
  const level = Uint8Array.from(column, () => Math.floor(random() * 2))
  return {
    rows: visitors,
    columns: products,
    levels: [1, 2],
    start: Int32Array.from(start),
    column: Int32Array.from(column),
    level,
  }
}

const listOf = ({ count, ids }: Neighbours, row: number) =>
  [...ids.subarray(row * count, (row + 1) * count)].filter((id) => id >= 0)
const matrix = camps(60, 20)
const wish = { a: 0.3, b: 0.5, rank: 6, rounds: 8, seed: 2 }
const least = { rank: 8, unseen: 0.2, regularisation: 0.02, epochs: 12, seed: 2 }

/** Right singular vectors by way of the whole matrix: what the randomised way must come to. */
function exactSingular(): number[] {
  const rowSum = new Float64Array(matrix.rows)
  const columnSum = new Float64Array(matrix.columns)
  const each = (hear: (row: number, column: number, value: number) => void) => {
    for (let row = 0; row < matrix.rows; row++)
      for (let at = matrix.start[row] ?? 0; at < (matrix.start[row + 1] ?? 0); at++)
        hear(row, matrix.column[at] ?? 0, matrix.levels[matrix.level[at] ?? 0] ?? 0)
  }
  each((row, column, value) => {
    rowSum[row] = (rowSum[row] ?? 0) + value
    columnSum[column] = (columnSum[column] ?? 0) + value
  })
  const lines = Array.from({ length: matrix.rows }, () => new Float64Array(matrix.columns))
  each((row, column, value) => {
    const line = lines[row]
    if (line) line[column] = value * (rowSum[row] ?? 1) ** -wish.a * (columnSum[column] ?? 1) ** -wish.b
  })
  const gram = Array.from({ length: matrix.columns ** 2 }, (_, at) => {
    const [a, b] = [Math.floor(at / matrix.columns), at % matrix.columns]
    return lines.reduce((sum, line) => sum + (line[a] ?? 0) * (line[b] ?? 0), 0)
  })
  return [...symmetricEigen(gram, matrix.columns).values].slice(0, wish.rank).map(Math.sqrt)
}

describe.each(["wasm", "cpu"] as const)("on %s", (backend) => {
  beforeAll(async () => void (await openTensors(backend)))
  afterEach(() => expect(tf.memory().numTensors).toBe(0))

  it("finds the strongest directions that there are", () => {
    const { singular, vectors, rank } = trainSpectral(matrix, wish)
    exactSingular().forEach((value, at) => {
      expect(singular[at]).toBeCloseTo(value, 3)
    })
    expect(vectors).toHaveLength(rank * matrix.columns)
  })

  it("solves least squares: folding a visitor in puts their camp first", () => {
    const factors = ialsFactors({ matrix, at: new Float64Array(0), newestAt: 0, visitor: new Int32Array(0), bots: 0 }, least)
    const scores = foldIn(
      factors,
      [1, 3, 5].map((item) => ({ item, weight: 1 })),
      matrix.columns,
    )
    const [own, others] = [scores.subarray(0, 10), scores.subarray(10)].map((half) => half.reduce((sum, score) => sum + score, 0))
    expect(own).toBeGreaterThan(2 * (others ?? 0))
  })

  it("counts who likes both, and what shares a basket", () => {
    const [neighbours] = trainItemKnn(matrix, [{ neighbours: 5, power: 0.5, shrink: 0 }])
    for (const row of [0, 7, 12, 19]) {
      const camp = listOf(neighbours ?? { count: 0, ids: new Int32Array(0), scores: new Float32Array(0) }, row)
      expect(camp.every((other) => other < 10 === row < 10)).toBe(true)
      expect(camp).toHaveLength(5)
    }
    const baskets = { rows: 5, columns: 4, levels: [1], start: Int32Array.of(0, 2, 4, 6, 8, 9), level: new Uint8Array(9) }
    const lift = trainPairLift({ ...baskets, column: Int32Array.of(0, 1, 0, 1, 0, 1, 2, 3, 3) }, 3)
    expect(listOf(lift, 0)).toEqual([1])
    expect(listOf(lift, 2)).toEqual([])
  })
})

describe("both backends", () => {
  it("say the same within the tolerance of 32-bit floats", async () => {
    const said = []
    for (const backend of ["wasm", "cpu"] as const) {
      await openTensors(backend)
      const spectral = trainSpectral(matrix, wish)
      const factors = { ...noFactors, rank: spectral.rank, vectors: spectral.vectors, tone: spectral.tone }
      const lean = new Float32Array(matrix.columns).fill(1)
      const past = [2, 4].map((item) => ({ item, weight: 1 }))
      // Signs of vectors are free; what they foretell is not.
      said.push([foldIn({ ...factors, lean }, past, matrix.columns), trainIals(matrix, least).factors])
    }
    const [wasm, cpu] = said
    wasm?.forEach((values, part) => {
      values.forEach((value, at) => {
        expect(value).toBeCloseTo(cpu?.[part]?.[at] ?? Number.NaN, 3)
      })
    })
  })
})

describe("content", () => {
  const text = { description: "", vendor: "", options: [], priceMinor: 1_000 }
  it.each([
    ["English", ["Blue enamel mug", "Green enamel mug", "Wool blanket", "Wool socks"]],
    ["German", ["Leinene Tischdecke", "Tischdecke mit Saum", "Steinguttasse", "Tasse aus Steingut, klein: Steinguttasse"]],
    ["Chinese", ["龙井绿茶", "碧螺春绿茶", "紫砂茶壶", "紫砂小壶"]],
  ])("knows what is alike in %s", async (_, titles) => {
    await openTensors("wasm")
    const alike = trainContent(
      titles.map((title) => ({ ...text, title, category: "" })),
      3,
    )
    expect([0, 1, 2, 3].map((row) => listOf(alike, row)[0])).toEqual([1, 0, 3, 2])
  })

  it("takes category and price for words, and one product for a shop", async () => {
    await openTensors("wasm")
    const one = (category: string, priceMinor: number) => ({ ...text, title: "", category, priceMinor })
    const alike = trainContent([one("cups", 100), one("hats", 90_000), one("cups", 110), one("bags", 95_000)], 3)
    expect([listOf(alike, 0)[0], listOf(alike, 1)[0]]).toEqual([2, 3])
    expect(listOf(trainContent([one("cups", 100)], 3), 0)).toEqual([])
  })
})
