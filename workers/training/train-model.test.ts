import * as tf from "@tensorflow/tfjs-core"
import { beforeAll, describe, expect, it } from "vitest"
import { scoreAll, topOf } from "#server/domain/recommendations/index.ts"
import { splitEvents } from "./evaluation/split-events.ts"
import { openJudge } from "./evaluation/measures.ts"
import { eventsOf } from "./events/events.ts"
import { collectEvents } from "./events/raw-events.ts"
import { openTensors } from "./tensors/open-tensors.ts"
import { randomStream } from "./tensors/random-stream.ts"
import { trainModel } from "./train-model.ts"

const ids = Array.from({ length: 24 }, (_, at) => `prd_${at}`)
const texts = ids.map((title) => ({ title, description: "", category: "", vendor: "", options: [], priceMinor: 0 }))

/** Shoppers of four camps, each with six products of its own. */
function shoppers(visitors: number, perVisitor: number, seed = 5) {
  const random = randomStream(seed)
  const events = collectEvents(ids)
  for (let visitor = 0; visitor < visitors; visitor++) {
    for (let at = 0; at < perVisitor; at++) {
      const own = (visitor % 4) * 6 + Math.floor(random() * 6)
      const product = random() < 0.9 ? own : Math.floor(random() * 24)
      events.add(`vis_${visitor}`, `prd_${product}`, at % 5 === 4 ? "cart" : "view", 1_000 * at + visitor)
    }
  }
  return events
}

const train = (raw: ReturnType<ReturnType<typeof shoppers>["done"]>) => trainModel({ ids, texts, raw, seed: 9 })

beforeAll(async () => void (await openTensors("wasm")))

describe("a training", () => {
  it("learns what belongs together, says how well, and leaves nothing behind", async () => {
    const { model, kind, figures } = await train(shoppers(120, 12).done())
    expect(kind).toBe("learned")
    const past = [
      { item: 6, weight: 1 },
      { item: 7, weight: 1 },
    ]
    const best = topOf(scoreAll(model, past, model.blends.person), 4, (item) => item === 6 || item === 7)
    expect(new Set(best)).toEqual(new Set([8, 9, 10, 11]))
    expect(figures.blend?.recall10).toBeGreaterThan(2 * (figures.popularity?.recall10 ?? 1))
    for (const part of [figures.factors, figures.knn, figures.lift, figures.content, figures.popularity])
      expect(figures.blend?.recall20).toBeGreaterThanOrEqual(part?.recall20 ?? 1)
    expect(tf.memory().numTensors).toBe(0)
  })

  it("comes out the same to the last bit when it is repeated", async () => {
    const [first, second] = [await train(shoppers(60, 10).done()), await train(shoppers(60, 10).done())]
    expect(second).toEqual(first)
  })

  it("is content with content where there is next to nothing to learn from", async () => {
    const nobody = await train(collectEvents(ids).done())
    expect([nobody.kind, nobody.events.visitors]).toEqual(["content", 0])
    const one = collectEvents(ids)
    one.add("vis_1", "prd_1", "view", 1)
    expect((await train(one.done())).kind).toBe("content")
    const nothing = await trainModel({ ids: [], texts: [], raw: collectEvents([]).done(), seed: 1 })
    expect(nothing.model.items).toEqual([])
  })

  it("does not fail when everybody is equal", async () => {
    const events = collectEvents(ids)
    for (let visitor = 0; visitor < 60; visitor++)
      for (let at = 0; at < 6; at++) events.add(`vis_${visitor}`, `prd_${at}`, "view", at)
    const { model } = await train(events.done())
    expect(scoreAll(model, [{ item: 0, weight: 1 }], model.blends.person).every((score) => Number.isFinite(score))).toBe(true)
  })

  it("can be called off between two steps", async () => {
    const steps: string[] = []
    const stop = async (step: string) => {
      steps.push(step)
      if (step === "spectral") throw new Error("called off")
    }
    await expect(trainModel({ ids, texts, raw: shoppers(60, 10).done(), seed: 1 }, stop)).rejects.toThrow("called off")
    expect([steps, tf.memory().numTensors]).toEqual([["content", "neighbours", "spectral"], 0])
  })
})

describe("events", () => {
  it("leave out a visitor whom no person could be, and count a repeat once", () => {
    const events = shoppers(30, 8)
    for (let at = 0; at < 100_000; at++) events.add("vis_bot", `prd_${at % 24}`, "view", at)
    const found = eventsOf(events.done())
    expect([found.bots, found.matrix.rows]).toEqual([1, 30])
    const again = collectEvents(ids)
    for (let at = 0; at < 50; at++) again.add("vis_1", "prd_3", "view", at)
    expect(eventsOf(again.done()).matrix.column).toHaveLength(1)
  })

  it("worth: a purchase more than a look, a removal less, and less with age", () => {
    const events = collectEvents(ids)
    const day = 86_400_000
    events.add("vis_1", "prd_0", "view", 400 * day)
    events.add("vis_1", "prd_1", "purchase", 400 * day)
    events.add("vis_1", "prd_2", "cart", 400 * day)
    events.add("vis_1", "prd_2", "removal", 400 * day)
    events.add("vis_1", "prd_3", "purchase", 0)
    const { matrix } = eventsOf(events.done())
    const worth = Object.fromEntries([...matrix.column].map((product, at) => [product, matrix.levels[matrix.level[at] ?? 0]]))
    expect(worth).toEqual({ 0: 1, 1: 3, 2: 0.5, 3: 0.5 })
  })

  it("hide the newest of each, never what was known before", () => {
    const events = eventsOf(shoppers(40, 12).done())
    const { training, choosing, judging } = splitEvents(events, 3, 100)
    const newestKnown = Math.max(...training.at)
    expect(choosing.length + judging.length).toBe(40)
    expect(newestKnown).toBeLessThanOrEqual(events.newestAt)
    for (const { past, hidden } of [...choosing, ...judging]) {
      expect(hidden.size).toBeGreaterThan(0)
      for (const { item } of past) expect(hidden.has(item)).toBe(false)
    }
    for (let row = 0; row < events.matrix.rows; row++) {
      const whole = events.at.subarray(events.matrix.start[row], events.matrix.start[row + 1])
      const kept = training.at.subarray(training.matrix.start[row], training.matrix.start[row + 1])
      expect([...kept]).toEqual([...whole.subarray(0, kept.length)])
      expect([...whole]).toEqual([...whole].sort((a, b) => a - b))
    }
  })
})

it("measures: a list that names the hidden first is perfect, one that never does is nought", () => {
  const judge = openJudge(new Float32Array(30).fill(0.5))
  const examinee = { past: [{ item: 0, weight: 1 }], hidden: new Set([1, 2]) }
  judge.hear(
    examinee,
    Float32Array.from({ length: 30 }, (_, item) => 30 - item),
  )
  expect(judge.verdict()).toMatchObject({ recall10: 1, recall20: 1, ndcg10: 1, asked: 1 })
  expect(judge.verdict().novelty).toBeCloseTo(1, 9)
  judge.hear(
    examinee,
    Float32Array.from({ length: 30 }, (_, item) => item),
  )
  expect(judge.verdict()).toMatchObject({ recall10: 0.5, recall20: 0.5, ndcg10: 0.5, asked: 2 })
  expect(judge.verdict().coverage).toBeCloseTo(29 / 30, 1)
})
