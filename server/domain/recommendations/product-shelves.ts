import type { TenantContext } from "#server/context/tenant-context.ts"
import { currentModel, type ServedModel } from "./current-model.ts"
import { readGuidance } from "./guidance.ts"
import { cardsOnSale, pick, spare } from "./pick.ts"
import { scoreAll, topOf } from "./score.ts"
import type { Shelf } from "./shelf.ts"
import { similarProducts } from "./similar-products.ts"

export interface ProductShelves {
  readonly similar: Shelf
  readonly together: Shelf
}

/**
 * What goes with one product, the same for everybody: what is like it, and what is bought together with it. Before the first training, and for
 * what was published since, by what the products say of themselves. Three statements at most.
 */
export async function productShelves(ctx: TenantContext, productId: string, count: number): Promise<ProductShelves> {
  const [served, guidance] = await Promise.all([currentModel(ctx), ctx.read(readGuidance)])
  const item = served?.places.get(productId)
  const none: Shelf = { kind: "together", items: [] }
  if (!served || item === undefined) {
    const cards = (await similarProducts(ctx, productId, count + guidance.excluded.size)).filter(
      ({ id }) => !guidance.excluded.has(id),
    )
    return {
      similar: { kind: "similar", items: cards.slice(0, count).map((card) => ({ card, reason: { kind: "similar" } })) },
      together: none,
    }
  }
  const alike = rankedFor(served, item, count * spare)
  const together = boughtWith(served, item)
  const cards = await cardsOnSale(ctx, [...alike, ...together])
  const choice = { cards, guidance, count, pins: false }
  const bought = pick(served, { ...choice, ranked: together, except: new Set([productId]) })
  const similar = pick(served, { ...choice, ranked: alike, except: new Set([productId, ...bought.map(({ id }) => id)]) })
  return {
    similar: { kind: "similar", items: similar.map((card) => ({ card, reason: { kind: "similar" } })) },
    together: { kind: "together", items: bought.map((card) => ({ card, reason: { kind: "together" } })) },
  }
}

function rankedFor({ model }: ServedModel, item: number, count: number): string[] {
  const scores = scoreAll(model, [{ item, weight: 1 }], model.blends.product)
  return topOf(scores, count, (other) => other === item).flatMap((place) => model.items[place] ?? [])
}

export function boughtWith({ model }: ServedModel, item: number): string[] {
  const { count, ids } = model.lift
  return Array.from(ids.subarray(item * count, (item + 1) * count)).flatMap((place) => model.items[place] ?? [])
}
