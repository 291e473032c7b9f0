import type { PlannedProduct, PlannedShop } from "#prisma/seed/catalog/plan.ts"
import type { Dice } from "#prisma/seed/dice.ts"
import { wheel } from "#prisma/seed/wheel.ts"
import { tasteCount, type Visitor } from "./visitor.ts"

export interface Shelf {
  /** What someone looks at first. */
  first(visitor: Visitor, at: number, luck: Dice): PlannedProduct
  /** What someone looks at next: mostly the like of what they have just seen. */
  next(visitor: Visitor, seen: PlannedProduct, at: number, luck: Dice): PlannedProduct
}

/**
 * Hidden structure for the recommender to find: a taste loves two or three categories, a band is comfortable with its prices,
 * and things that are bought together are looked at together.
 */
export function shelfOf(shop: PlannedShop, luck: Dice): Shelf {
  // What is made of others came this week: it has no history.
  const published = shop.products.filter(({ publishedAt, source }) => publishedAt !== undefined && !source.parts)
  const love = lovesOf(shop, luck)
  const liking = (product: PlannedProduct, taste: number, band: number) =>
    product.pull * love(taste, product.categoryId) * nearness(product.band, band)
  const tastes = Array.from({ length: tasteCount * 3 }, (_, place) =>
    wheel(published, (product) => liking(product, Math.floor(place / 3), place % 3)),
  )
  const alike = new Map(
    published.map((seen) => [
      seen.id,
      wheel(published, (product) => (product === seen ? 0 : kinship(seen, product) * product.pull)),
    ]),
  )
  const first: Shelf["first"] = (visitor, at, dice) => {
    const drawn = tastes[visitor.taste * 3 + visitor.band]
    return onSale(published, at, () => drawn?.(dice))
  }
  return {
    first,
    next(visitor, seen, at, dice) {
      const like = alike.get(seen.id)
      return like && dice.chance(0.66) ? onSale(published, at, () => like(dice)) : first(visitor, at, dice)
    },
  }
}

/** How a taste weighs each category. */
function lovesOf(shop: PlannedShop, luck: Dice): (taste: number, categoryId: string) => number {
  const weights = new Map<string, number>()
  for (let taste = 0; taste < tasteCount; taste++) {
    shop.categories.forEach(({ id }, place) => {
      const isFavourite = place === taste % shop.categories.length
      weights.set(`${taste} ${id}`, isFavourite ? 6 : luck.chance(0.25) ? 2.5 : 0.35)
    })
  }
  return (taste, categoryId) => weights.get(`${taste} ${categoryId}`) ?? 1
}

function nearness(a: number, b: number): number {
  return a === b ? 1 : Math.abs(a - b) === 1 ? 0.5 : 0.15
}

function kinship(a: PlannedProduct, b: PlannedProduct): number {
  const category = a.categoryId === b.categoryId ? 5 : 0.5
  const maker = a.source.vendor === b.source.vendor ? 2 : 1
  return category * maker * nearness(a.band, b.band)
}

/** Draws until it is something that was already on the shelf; early on there may be little. */
function onSale(published: readonly PlannedProduct[], at: number, draw: () => PlannedProduct | undefined): PlannedProduct {
  for (let tries = 0; tries < 40; tries++) {
    const product = draw()
    if (product && (product.publishedAt ?? Number.POSITIVE_INFINITY) <= at) return product
  }
  return published.reduce((oldest, product) => ((product.publishedAt ?? 0) < (oldest.publishedAt ?? 0) ? product : oldest))
}
