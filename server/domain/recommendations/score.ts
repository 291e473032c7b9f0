import { foldIn } from "./fold-in.ts"
import { type Blend, type Model, type Neighbours, partNames, type PartName, type Taste } from "./model.ts"

export type PartScores = { readonly [P in PartName]: Float32Array }

/** What each part of a model thinks of each product for somebody with this past: at most one, by part. */
export function scoreParts(model: Model, past: readonly Taste[], wanted: readonly PartName[] = partNames): PartScores {
  const none = new Float32Array(0)
  const scoreOf: { readonly [P in PartName]: () => Float32Array } = {
    factors: () => foldIn(model.factors, past, model.items.length),
    knn: () => around(model.knn, past, model.items.length),
    lift: () => around(model.lift, past, model.items.length),
    content: () => around(model.content, past, model.items.length),
    popularity: () => model.popularity.slice(),
  }
  const scored = (part: PartName) => (wanted.includes(part) ? levelled(scoreOf[part]()) : none)
  return {
    factors: scored("factors"),
    knn: scored("knn"),
    lift: scored("lift"),
    content: scored("content"),
    popularity: scored("popularity"),
  }
}

export function blendParts(parts: PartScores, blend: Blend, count: number): Float32Array {
  const sum = new Float32Array(count)
  for (const name of partNames) {
    const [weight, scores] = [blend[name], parts[name]]
    if (weight === 0 || scores.length === 0) continue
    for (let item = 0; item < count; item++) sum[item] = (sum[item] ?? 0) + weight * (scores[item] ?? 0)
  }
  return sum
}

/** A model's answer for somebody with this past. */
export function scoreAll(model: Model, past: readonly Taste[], blend: Blend): Float32Array {
  const wanted = partNames.filter((name) => blend[name] > 0)
  return blendParts(scoreParts(model, past, wanted), blend, model.items.length)
}

/** The highest first; equal ones by number. `except` is asked only of those that would come in. */
export function topOf(scores: Float32Array, count: number, except: (item: number) => boolean): number[] {
  const best: number[] = []
  let least = Number.NEGATIVE_INFINITY
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item] ?? 0
    if (!(score > least) || except(item)) continue
    let place = best.length
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place--
    best.splice(place, 0, item)
    if (best.length > count) best.pop()
    if (best.length === count) least = scores[best[count - 1] ?? 0] ?? 0
  }
  return best
}

function around({ count, ids, scores }: Neighbours, past: readonly Taste[], items: number): Float32Array {
  const sums = new Float32Array(items)
  for (const { item, weight } of past) {
    for (let at = item * count; at < (item + 1) * count; at++) {
      const other = ids[at] ?? -1
      if (other < 0) break
      sums[other] = (sums[other] ?? 0) + weight * (scores[at] ?? 0)
    }
  }
  return sums
}

/** Scaled so that the highest is one: parts can then be added. */
function levelled(scores: Float32Array): Float32Array {
  let highest = 0
  for (const score of scores) if (score > highest) highest = score
  if (highest === 0) return scores
  for (let item = 0; item < scores.length; item++) scores[item] = (scores[item] ?? 0) / highest
  return scores
}
