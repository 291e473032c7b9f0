import { type Blend, blendParts, type Model, partNames, type PartName, scoreParts } from "#server/domain/recommendations/index.ts"
import { type Measures, openJudge } from "./measures.ts"
import type { Examinee } from "./split-events.ts"

const nothing: Blend = { factors: 0, knn: 0, lift: 0, content: 0, popularity: 0 }

export const alone = (part: PartName): Blend => ({ ...nothing, [part]: 1 })

/** The parts alone, and the mixtures that are tried: a grid around the two that learn most, seasoned with the rest. */
export function candidateBlends(): Blend[] {
  const mixtures = [0, 0.25, 0.5, 0.75, 1].flatMap((factors) =>
    [0, 0.03, 0.1].flatMap((content) =>
      [0, 0.03, 0.1].map((popularity) => ({ ...nothing, factors, knn: 1 - factors, content, popularity })),
    ),
  )
  const around = [0.1, 0.3].map((lift) => ({ ...nothing, factors: 0.5, knn: 0.5, content: 0.03, lift }))
  return [...partNames.map(alone), ...mixtures, ...around]
}

/** What each blend of the model's parts is worth to these examinees. Each part is asked once. */
export function judgeBlends(
  model: Model,
  examinees: readonly Examinee[],
  blends: readonly Blend[],
  share: Float32Array,
  wanted: readonly PartName[] = partNames,
): Measures[] {
  const judges = blends.map(() => openJudge(share))
  for (const examinee of examinees) {
    const parts = scoreParts(model, examinee.past, wanted)
    blends.forEach((blend, at) => {
      judges[at]?.hear(examinee, blendParts(parts, blend, model.items.length))
    })
  }
  return judges.map((judge) => judge.verdict())
}

/** One product stands for the whole past: for what goes with a product. */
export function withLastOnly(examinees: readonly Examinee[]): Examinee[] {
  return examinees.flatMap(({ past, hidden }) => {
    const last = past.at(-1)
    return last ? [{ past: [{ item: last.item, weight: 1 }], hidden }] : []
  })
}

/** The place of the best, by recall at 20, then by NDCG; the first of equals. */
export function bestOf(measures: readonly Measures[]): number {
  let best = 0
  measures.forEach((measure, at) => {
    const leader = measures[best]
    if (leader && merit(measure) > merit(leader)) best = at
  })
  return best
}

export function merit({ recall20, ndcg10 }: Measures): number {
  return recall20 + ndcg10 / 1_000
}
