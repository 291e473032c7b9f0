import type { Model } from "#server/domain/recommendations/index.ts"
import { alone } from "./evaluation/blends.ts"
import type { Events } from "./events/events.ts"
import { trainPopularity } from "./models/popularity.ts"
import { noFactors, noNeighbours } from "./train-parts.ts"

/** What can be said without learning from anybody: what is alike, and what most look at. */
export function contentOnly(ids: readonly string[], content: Model["content"], events: Events) {
  const blend = { ...alone("content"), popularity: 0.2 }
  const model: Model = {
    items: ids,
    popularity: trainPopularity(events),
    factors: noFactors,
    knn: noNeighbours(ids.length),
    lift: noNeighbours(ids.length),
    content,
    blends: { person: blend, product: blend },
  }
  return { model, kind: "content" as const, settings: null, figures: {}, alsoTried: {} }
}
