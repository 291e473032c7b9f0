import type { TenantContext } from "#server/context/tenant-context.ts"
import { listCards, type ProductCard } from "#server/domain/catalog/index.ts"
import type { ServedModel } from "./current-model.ts"
import type { Guidance } from "./guidance.ts"

/** Candidates for each place on a shelf: some will be sold out, some too alike. */
export const spare = 4

/** Cards of products that can be bought now, in that order; products that are not public have none. One statement. */
export async function cardsOnSale(ctx: TenantContext, productIds: readonly string[]): Promise<Map<string, ProductCard>> {
  const cards = await ctx.read((reading) => listCards(reading, [...new Set(productIds)], ctx.tenant.currency))
  return new Map(cards.map((card) => [card.id, card]))
}

interface Choice {
  readonly ranked: readonly string[]
  readonly cards: ReadonlyMap<string, ProductCard>
  readonly guidance: Guidance
  readonly except: ReadonlySet<string>
  readonly count: number
  readonly pins: boolean
}

/** Pinned ones first, then by rank; never what is sold out, excluded, or shown already; and not all of one kind. */
export function pick(served: ServedModel | undefined, choice: Choice): ProductCard[] {
  const { ranked, cards, guidance, except, count, pins } = choice
  const chosen: ProductCard[] = []
  const passed: ProductCard[] = []
  const pinned = pins ? guidance.pinned : []
  const crowd = new Map<string, number>()
  for (const id of new Set([...pinned, ...ranked])) {
    const card = cards.get(id)
    if (!card || card.free <= 0 || except.has(id) || guidance.excluded.has(id)) continue
    const isPinned = pinned.includes(id)
    if (!isPinned && (crowd.get(id) ?? 0) >= mostAlike) passed.push(card)
    else {
      chosen.push(card)
      for (const other of nearestTo(served, id)) crowd.set(other, (crowd.get(other) ?? 0) + 1)
    }
    if (chosen.length === count) break
  }
  return [...chosen, ...passed].slice(0, count)
}

/** No more than so many of which each is among the nearest of the others, as long as there is something else. */
const mostAlike = 3

function nearestTo(served: ServedModel | undefined, productId: string): string[] {
  const place = served?.places.get(productId)
  if (!served || place === undefined) return []
  const { count, ids } = served.model.content
  return Array.from(ids.subarray(place * count, place * count + 5)).flatMap((item) => served.model.items[item] ?? [])
}
