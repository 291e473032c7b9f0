import { type Model, partNames, type PartName } from "#server/domain/recommendations/index.ts"
import { alone, bestOf, candidateBlends, judgeBlends, withLastOnly } from "./evaluation/blends.ts"
import type { Measures } from "./evaluation/measures.ts"
import { type Split, splitEvents } from "./evaluation/split-events.ts"
import { basketsOf } from "./events/baskets.ts"
import { type Events, eventsOf } from "./events/events.ts"
import type { RawEvents } from "./events/raw-events.ts"
import { type ProductText, trainContent } from "./models/content.ts"
import { type KnnWish, trainItemKnn } from "./models/item-knn.ts"
import { trainPairLift } from "./models/pair-lift.ts"
import { trainPopularity } from "./models/popularity.ts"
import { contentOnly } from "./content-only.ts"
import { chooseFactors, chooseKnn } from "./choose-parts.ts"
import { type FactorWish, trainFactors } from "./train-parts.ts"
import { rowSums, transposed } from "./tensors/level-matrix.ts"

export interface TrainingWish {
  readonly ids: readonly string[]
  readonly texts: readonly ProductText[]
  readonly raw: RawEvents
  readonly seed: number
}

/** How the parts of a model were trained, so that they can be trained again. */
export interface Settings {
  readonly seed: number
  readonly knn: KnnWish
  readonly factors: FactorWish
}

export interface Trained {
  readonly model: Model
  /** `content`: too little has happened to learn from. */
  readonly kind: "learned" | "content"
  readonly settings: Settings | null
  /** On the half of the hidden that chose nothing. */
  readonly figures: { readonly [P in PartName | "blend"]?: Measures }
  readonly alsoTried: Readonly<Record<string, Measures>>
  readonly events: { readonly told: number; readonly used: number; readonly visitors: number; readonly bots: number }
}

/** Told between steps: what comes next, and how much is done. Throwing ends the training. */
export type OnStep = (step: TrainingStep, share: number) => Promise<void>
export const trainingSteps = ["reading", "content", "neighbours", "spectral", "ials", "judging", "final", "publishing"] as const
export type TrainingStep = (typeof trainingSteps)[number]

const leastVisitors = 20
const leastEntries = 100
const leastExaminees = 10
/** Judging takes time by examinees and products: with many of these, fewer of those say enough. */
const examinees = { least: 500, most: 2_000, scores: 10_000_000 }
const lists = { content: 24, lift: 12 }

/** Trains on all but the newest, chooses by what is foretold of that, and trains the chosen again on everything. */
export async function trainModel(wish: TrainingWish, onStep: OnStep = async () => undefined): Promise<Trained> {
  await onStep("content", 0.1)
  const content = trainContent(wish.texts, lists.content)
  const events = eventsOf(wish.raw)
  const counted = {
    told: wish.raw.at.length,
    used: events.matrix.column.length,
    visitors: events.matrix.rows,
    bots: events.bots,
  }
  const split = splitEvents(events, wish.seed, examineesFor(wish.ids.length))
  const isTooLittle = counted.visitors < leastVisitors || counted.used < leastEntries || split.judging.length < leastExaminees
  if (isTooLittle) return { ...contentOnly(wish.ids, content, events), events: counted }

  const parts = await trainForJudging(wish, split, content, onStep)
  await onStep("judging", 0.65)
  const share = shareOf(split.training)
  const person = chooseBlend(parts.model, split.choosing, share)
  const product = chooseBlend(parts.model, withLastOnly(split.choosing), share)
  const judged = figuresOf({ ...parts.model, blends: { person, product } }, split, share)
  const chosen = { ...parts.model, blends: { person: judged.person, product } }
  await onStep("final", 0.75)
  const model: Model = { ...chosen, ...trainParts(wish, events, parts.settings) }
  await onStep("publishing", 0.95)
  return { model, kind: "learned", settings: parts.settings, figures: judged.figures, alsoTried: parts.tried, events: counted }
}

async function trainForJudging(wish: TrainingWish, split: Split, content: Model["content"], onStep: OnStep) {
  const { training, choosing, isHidden } = split
  const share = shareOf(training)
  await onStep("neighbours", 0.15)
  const lift = trainPairLift(
    basketsOf(wish.raw, (visitor, product) => !isHidden(visitor, product)),
    lists.lift,
  )
  const base: Model = { ...contentOnly(wish.ids, content, training).model, lift }
  const knn = chooseKnn(base, training, choosing, share)
  await onStep("spectral", 0.3)
  const factors = await chooseFactors(base, { events: training, choosing, share, seed: wish.seed }, () => onStep("ials", 0.4))
  return {
    model: { ...base, knn: knn.part, factors: factors.part },
    settings: { seed: wish.seed, knn: knn.wish, factors: factors.wish } satisfies Settings,
    tried: { ...knn.tried, ...factors.tried },
  }
}

/** The parts that learn from events, by settings that were chosen before. */
function trainParts(wish: TrainingWish, events: Events, { knn, factors }: Settings) {
  const [neighbours] = trainItemKnn(events.matrix, [knn])
  if (!neighbours) throw new Error("no neighbours were trained")
  return {
    popularity: trainPopularity(events),
    knn: neighbours,
    lift: trainPairLift(basketsOf(wish.raw), lists.lift),
    factors: trainFactors(events, factors),
  }
}

function chooseBlend(model: Model, examinees: Split["choosing"], share: Float32Array) {
  const blends = candidateBlends()
  const best = blends[bestOf(judgeBlends(model, examinees, blends, share))]
  return best ?? alone("popularity")
}

/** The blend is judged by those who did not choose it. Where a part alone does better with them, the part is what is published. */
function figuresOf(model: Model, { judging }: Split, share: Float32Array) {
  const blends = [model.blends.person, ...partNames.map(alone)]
  const measures = judgeBlends(model, judging, blends, share)
  const best = bestOf(measures)
  const parts = Object.fromEntries(partNames.map((name, at) => [name, measures[at + 1]]))
  const figures: Trained["figures"] = { ...(measures[best] ? { blend: measures[best] } : {}), ...parts }
  return { person: blends[best] ?? model.blends.person, figures }
}

/** The share of visitors who met each product. */
export function shareOf({ matrix }: Events): Float32Array {
  const counts = rowSums({ ...transposed(matrix), levels: matrix.levels.map(() => 1) })
  return counts.map((count) => count / Math.max(1, matrix.rows))
}

function examineesFor(products: number): number {
  const { least, most, scores } = examinees
  return Math.round(Math.max(least, Math.min(most, scores / Math.max(1, products))))
}
