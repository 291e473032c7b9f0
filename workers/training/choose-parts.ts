import type { Factors, Model, Neighbours } from "#server/domain/recommendations/index.ts"
import { alone, bestOf, judgeBlends } from "./evaluation/blends.ts"
import type { Measures } from "./evaluation/measures.ts"
import type { Examinee } from "./evaluation/split-events.ts"
import type { Events } from "./events/events.ts"
import { type KnnWish, trainItemKnn } from "./models/item-knn.ts"
import { trainSpectral } from "./models/spectral.ts"
import { type FactorWish, ialsFactors, ialsWishes, knnWishes, spectralFactors, spectralWish } from "./train-parts.ts"

interface Chosen<Part, Wish> {
  readonly part: Part
  readonly wish: Wish
  /** What every candidate was worth to the choosing half. */
  readonly tried: Readonly<Record<string, Measures>>
}

/** The neighbours, of several ways of counting, that foretell best. */
export function chooseKnn(
  base: Model,
  events: Events,
  choosing: readonly Examinee[],
  share: Float32Array,
): Chosen<Neighbours, KnnWish> {
  const candidates = trainItemKnn(events.matrix, knnWishes).map((part, at) => ({ part, wish: knnWishes[at] }))
  const measures = candidates.map(({ part }) => judged({ ...base, knn: part }, choosing, share, "knn"))
  const best = candidates[bestOf(measures)]
  if (!best?.wish) throw new Error("no neighbours were trained")
  const tried = measures.map((measure, at) => [nameOf(knnWishes[at]), measure] as const)
  return { part: best.part, wish: best.wish, tried: Object.fromEntries(tried) }
}

const nameOf = (wish: KnnWish | undefined) => `knn of ${wish?.neighbours} power ${wish?.power} shrink ${wish?.shrink}`

interface FactorChoice {
  readonly events: Events
  readonly choosing: readonly Examinee[]
  readonly share: Float32Array
  readonly seed: number
}

const ranks = [12, 24, 32, 48, 64, 128]
const leans = [0.2, 0.35, 0.5]

/** The factorisation, of both trainers and several shapes, that foretells best. */
export async function chooseFactors(
  base: Model,
  { events, choosing, share, seed }: FactorChoice,
  onIals: () => Promise<void>,
): Promise<Chosen<Factors, FactorWish>> {
  const most = Math.max(1, Math.min(128, Math.floor(Math.min(events.matrix.rows, events.matrix.columns) / 2)))
  const train = spectralWish(seed, most)
  const spectral = trainSpectral(events.matrix, train)
  const shapes = [...new Set(ranks.map((rank) => Math.min(rank, most)))]
  const best: { part?: Factors; wish?: FactorWish; measure?: Measures } = {}
  const tried: Record<string, Measures> = {}
  const consider = (name: string, part: Factors, wish: FactorWish) => {
    const measure = judged({ ...base, factors: part }, choosing, share, "factors")
    tried[name] = measure
    if (!best.measure || measure.recall20 > best.measure.recall20) Object.assign(best, { part, wish, measure })
  }
  for (const rank of shapes) {
    for (const lean of rank === shapes.at(-1) || shapes.length < 3 ? leans : leans.slice(1)) {
      consider(`spectral rank ${rank} lean ${lean}`, spectralFactors(events, spectral, rank, lean), {
        ...{ kind: "spectral", train, rank, lean },
      } as const)
    }
  }
  await onIals()
  for (const wish of ialsWishes(events, seed)) {
    consider(`ials rank ${wish.rank}`, ialsFactors(events, wish), { kind: "ials", train: wish })
  }
  if (!best.part || !best.wish) throw new Error("no factorisation was trained")
  return { part: best.part, wish: best.wish, tried }
}

function judged(model: Model, choosing: readonly Examinee[], share: Float32Array, part: "knn" | "factors"): Measures {
  const [measures] = judgeBlends(model, choosing, [alone(part)], share, [part])
  if (!measures) throw new Error("nothing was judged")
  return measures
}
