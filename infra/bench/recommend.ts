import { z } from "zod"
import { askChild } from "./in-child.ts"
import { readWish } from "./recommend-wish.ts"
import type { Report, Row } from "./report.ts"

const measures = z.object({
  ...{ recall10: z.number(), recall20: z.number(), ndcg10: z.number(), coverage: z.number(), novelty: z.number() },
  asked: z.number(),
})
const answer = z.object({
  ...{ backend: z.string(), seconds: z.number(), peakMb: z.number(), products: z.number(), kind: z.string() },
  figures: z.record(z.string(), measures),
  alsoTried: z.record(z.string(), measures),
  events: z.object({ told: z.number(), used: z.number(), visitors: z.number(), bots: z.number() }),
  steps: z.record(z.string(), z.number()),
  blend: z.record(z.string(), z.number()),
  settings: z.unknown(),
  serving: z.object({ p50: z.number(), p95: z.number() }),
  twin: z.object({ tensors: z.number(), plain: z.number() }),
})
type Answer = z.infer<typeof answer>

const patienceMs = 600_000

/** Quality, time and memory of a training, and what an answer takes, on each set of events, each in a process of its own. */
export async function benchRecommend(args: readonly string[]): Promise<Report> {
  const answers: { name: string; said: Answer }[] = []
  for (const [name, data] of readWish(args)) {
    process.stdout.write(`… ${name}\n`)
    answers.push({ name, said: await askChild("train.ts", { data }, (said) => answer.parse(said), patienceMs) })
  }
  return {
    tables: [
      ...answers.map(({ name, said }) => ({ title: `${name}: foretelling the newest fifth`, rows: qualityRows(said) })),
      { title: "training and serving", rows: answers.map(({ name, said }) => costRow(name, said)) },
    ],
    figures: { sets: Object.fromEntries(answers.map(({ name, said }) => [name, said])) },
    broken: answers.flatMap(({ name, said }) => broken(said).map((what) => `${name}: ${what}`)),
  }
}

function qualityRows({ figures, alsoTried }: Answer): Row[] {
  const row = (model: string, of: z.infer<typeof measures>): Row => ({
    model,
    "recall@10": of.recall10.toFixed(4),
    "recall@20": of.recall20.toFixed(4),
    "NDCG@10": of.ndcg10.toFixed(4),
    coverage: of.coverage.toFixed(3),
    "novelty, bits": of.novelty.toFixed(2),
    asked: of.asked,
  })
  const bestTried = Object.entries(alsoTried).map(([name, of]) => row(`  tried: ${name}`, of))
  return [...Object.entries(figures).map(([name, of]) => row(name, of)), ...bestTried]
}

function costRow(name: string, { events, products, seconds, peakMb, serving, twin, backend }: Answer): Row {
  return {
    set: name,
    events: events.told,
    visitors: events.visitors,
    products,
    backend,
    "training s": seconds.toFixed(1),
    "peak MB": Math.round(peakMb),
    "tensors ms": Math.round(twin.tensors),
    "plain ms": Math.round(twin.plain),
    "answer p50 ms": serving.p50.toFixed(2),
    "answer p95 ms": serving.p95.toFixed(2),
  }
}

/** What is promised of any set with a thousand visitors and fifty thousand events, and of speed. */
function broken({ figures, events, twin, serving, seconds, peakMb }: Answer): string[] {
  const { blend, popularity, knn } = figures
  const found: string[] = []
  if (blend && popularity && knn && events.visitors >= 1_000 && events.told >= 50_000) {
    if (blend.recall20 < 2 * popularity.recall20) found.push("the blend is not twice as good as popularity")
    if (blend.recall20 < 1.03 * knn.recall20) found.push("the blend is not 3 % better than the neighbours")
  }
  if (events.used > 20_000 && twin.tensors > 1.5 * twin.plain)
    found.push("tensors take more than 1.5 times as long as plain arrays")
  if (serving.p95 > 5) found.push(`an answer takes ${serving.p95} ms at p95`)
  if (seconds > 120) found.push(`training took ${Math.round(seconds)} s`)
  if (peakMb > 1_500) found.push(`training took ${Math.round(peakMb)} MB`)
  return found
}
