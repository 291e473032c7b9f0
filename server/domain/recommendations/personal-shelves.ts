import type { TenantContext } from "#server/context/tenant-context.ts"
import type { ProductCard } from "#server/domain/catalog/index.ts"
import { currentModel, type ServedModel } from "./current-model.ts"
import { armOf, readGuidance } from "./guidance.ts"
import type { Blend, Taste } from "./model.ts"
import { type Met, pastOf, tastesOf } from "./past-of.ts"
import { cardsOnSale, pick, spare } from "./pick.ts"
import { boughtWith } from "./product-shelves.ts"
import { newestOnSale } from "./newest-on-sale.ts"
import { reasonFor } from "./reason-for.ts"
import { scoreAll, topOf } from "./score.ts"
import type { Recommended, Shelf } from "./shelf.ts"

export const personalPlaces = ["home", "cart", "order"] as const
export type PersonalPlace = (typeof personalPlaces)[number]

export interface PersonalWish {
  readonly place: PersonalPlace
  readonly visitorId: string
  /** What lies in the cart, or was just bought. */
  readonly productIds: readonly string[]
  readonly count: number
}

export interface PersonalShelves {
  readonly arm: "a" | "b"
  readonly isCompared: boolean
  readonly shelves: readonly Shelf[]
}

const popularOnly: Blend = { factors: 0, knn: 0, lift: 0, content: 0, popularity: 1 }

/**
 * What this visitor may like now: their past is folded into the model that serves. Nobody is left without a list: without a past it is what most look
 * at, without a model what is newest. Four statements at most.
 */
export async function personalShelves(ctx: TenantContext, wish: PersonalWish): Promise<PersonalShelves> {
  const [served, [past, guidance]] = await Promise.all([
    currentModel(ctx),
    ctx.read((reading) => Promise.all([pastOf(reading, wish.visitorId), readGuidance(reading)])),
  ])
  const arm = armOf(guidance.trialId, wish.visitorId)
  const answer = { arm, isCompared: guidance.trialId !== null }
  const here = new Set(wish.productIds)
  const all: Met[] = [
    ...past.filter(({ productId }) => !here.has(productId)),
    ...wish.productIds.map((productId) => ({ productId, weight: 2 })),
  ]
  const tastes = served ? tastesOf(served, all) : []
  const count = wish.count * spare
  const ranked = served
    ? rank(served, tastes, arm === "b" || tastes.length === 0 ? popularOnly : served.model.blends.person, count)
    : await newestOnSale(ctx, count)
  const together = served && arm === "a" ? togetherWith(served, wish.productIds) : []
  const last = wish.place === "home" && arm === "a" ? past.at(-1)?.productId : undefined
  const around = served && last ? aroundOne(served, last, count) : []
  const pastIds = all.map(({ productId }) => productId)
  const cards = await cardsOnSale(ctx, [...guidance.pinned, ...ranked, ...together, ...around, ...pastIds])
  const titleOf = (id: string) => cards.get(id)?.title

  const known = new Set([...here, ...past.filter(({ weight }) => weight >= 3).map(({ productId }) => productId)])
  const taken = new Set(known)
  const choose = (ids: readonly string[], pins: boolean): ProductCard[] => {
    const chosen = pick(served, { ranked: ids, cards, guidance, except: taken, count: wish.count, pins })
    for (const { id } of chosen) taken.add(id)
    return chosen
  }
  const explain = (card: ProductCard): Recommended => {
    if (guidance.pinned.includes(card.id)) return { card, reason: { kind: "pinned" } }
    if (!served) return { card, reason: { kind: "new" } }
    return { card, reason: arm === "b" ? { kind: "popular" } : reasonFor(served, tastes, card.id, titleOf) }
  }
  const shelves: Shelf[] = []
  const bought = choose(together, false)
  if (bought.length > 0) shelves.push({ kind: "together", items: bought.map((card) => ({ card, reason: { kind: "together" } })) })
  const isPersonal = served !== undefined && arm === "a" && tastes.length > 0
  const own = choose(ranked, true).map(explain)
  if (own.length > 0) shelves.push({ kind: isPersonal ? "for-you" : "popular", items: own })
  const about = last && titleOf(last)
  const because = about ? choose(around, false) : []
  if (about && because.length > 1)
    shelves.push({ kind: "because", about, items: because.map((card) => ({ card, reason: { kind: "because", title: about } })) })
  return { ...answer, shelves: shelves.slice(0, 2) }
}

function rank({ model }: ServedModel, tastes: readonly Taste[], blend: Blend, count: number): string[] {
  const scores = scoreAll(model, tastes, blend)
  return topOf(scores, count, () => false).flatMap((place) => model.items[place] ?? [])
}

/** What was bought with any of these, best first; what goes with several comes before. */
function togetherWith(served: ServedModel, productIds: readonly string[]): string[] {
  const votes = new Map<string, number>()
  for (const productId of productIds) {
    const item = served.places.get(productId)
    if (item === undefined) continue
    boughtWith(served, item).forEach((other, place) => {
      votes.set(other, (votes.get(other) ?? 0) + 1 / (place + 1))
    })
  }
  return [...votes].sort(([, a], [, b]) => b - a).map(([id]) => id)
}

function aroundOne(served: ServedModel, productId: string, count: number): string[] {
  const item = served.places.get(productId)
  return item === undefined
    ? []
    : rank(served, [{ item, weight: 1 }], served.model.blends.product, count).filter((id) => id !== productId)
}
