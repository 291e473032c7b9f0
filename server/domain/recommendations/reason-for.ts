import type { ServedModel } from "./current-model.ts"
import type { Neighbours, Taste } from "./model.ts"
import type { Reason } from "./shelf.ts"

/** Why this product: the one of the past that speaks for it most, by what visitors did, else by what they say of themselves. */
export function reasonFor(
  served: ServedModel,
  past: readonly Taste[],
  productId: string,
  titleOf: (productId: string) => string | undefined,
): Reason {
  const item = served.places.get(productId)
  if (item === undefined) return { kind: "new" }
  for (const neighbours of [served.model.knn, served.model.content]) {
    const witness = strongest(neighbours, past, item)
    const title = witness === undefined ? undefined : titleOf(served.model.items[witness] ?? "")
    if (title !== undefined) return { kind: "because", title }
  }
  return past.length > 0 ? { kind: "taste" } : { kind: "popular" }
}

function strongest({ count, ids, scores }: Neighbours, past: readonly Taste[], item: number): number | undefined {
  let best: number | undefined
  let most = 0
  for (const taste of past) {
    for (let at = taste.item * count; at < (taste.item + 1) * count; at++) {
      const score = ids[at] === item ? taste.weight * (scores[at] ?? 0) : 0
      if (score > most) [best, most] = [taste.item, score]
    }
  }
  return best
}
