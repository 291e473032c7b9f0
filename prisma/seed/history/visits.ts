import { minutes, seconds } from "#server/kernel/clock.ts"
import type { PlannedProduct, PlannedShop, PlannedVariant } from "#prisma/seed/catalog/plan.ts"
import type { Dice } from "#prisma/seed/dice.ts"
import type { Row } from "#prisma/seed/tables.ts"
import { wheel } from "#prisma/seed/wheel.ts"
import { moments } from "./moments.ts"
import { shelfOf } from "./tastes.ts"
import type { Visitor } from "./visitor.ts"

export interface BasketLine {
  readonly product: PlannedProduct
  readonly variant: PlannedVariant
  readonly quantity: number
}

export interface Purchase {
  readonly visitor: Visitor
  readonly at: number
  readonly lines: readonly BasketLine[]
}

/** Visits for each one that ends in an order. */
const visitsPerOrder = 8

/** Everyone's visits, as signals, and what they bought; purchases in time order. */
export function tellVisits(shop: PlannedShop, visitors: readonly Visitor[], since: number, until: number, luck: Dice) {
  const signals: Row[] = []
  const purchases: Purchase[] = []
  const shelf = shelfOf(shop, luck)
  const moment = moments(shop.source.country, since, until)
  const browser = wheel(visitors, ({ loyalty }) => loyalty)
  const buyer = wheel(visitors, ({ loyalty }) => loyalty ** 1.4)
  const { orders } = shop.source
  for (let visit = 0; visit < orders * visitsPerOrder; visit++) {
    const buys = visit % visitsPerOrder === 0
    const visitor = buys ? buyer(luck) : browser(luck)
    const note = (kind: string, at: number, productId: string | null, detail = "") =>
      signals.push({
        tenant_id: shop.tenantId,
        id: luck.id("signal", at),
        visitor_id: visitor.id,
        kind,
        product_id: productId,
        detail,
        at: new Date(at),
      })
    const purchase = browse(shelf, visitor, buys, moment(luck), note, luck)
    if (purchase && purchase.at < until) purchases.push(purchase)
  }
  return { signals, purchases: purchases.sort((a, b) => a.at - b.at) }
}

type Note = (kind: string, at: number, productId: string | null, detail?: string) => void

function browse(shelf: ReturnType<typeof shelfOf>, visitor: Visitor, buys: boolean, from: number, note: Note, luck: Dice) {
  let at = from
  let seen = shelf.first(visitor, at, luck)
  if (luck.chance(0.12)) note("search", at, null, luck.chance(0.5) ? seen.source.title : seen.categoryName)
  const views = [seen]
  const wanted = buys ? luck.between(2, 6) : luck.between(1, 3) + (luck.chance(0.3) ? luck.between(1, 6) : 0)
  for (let view = 0; view < wanted; view++) {
    at += seconds(luck.between(8, 110))
    note("view", at, seen.id)
    const next = shelf.next(visitor, seen, at, luck)
    if (view + 1 === wanted) break
    seen = next
    views.push(seen)
  }
  const most = buys ? (luck.chance(0.55) ? 1 : luck.between(2, 3)) : luck.chance(0.14) ? 1 : 0
  const liked = [...new Set(views)].reverse().slice(0, most)
  const lines = liked.map((product) => basketLine(product, luck))
  for (const { product } of lines) {
    at += seconds(luck.between(4, 40))
    note("cart", at, product.id)
  }
  if (!buys || lines.length === 0) return undefined
  at += minutes(luck.between(1, 5))
  for (const { product } of lines) note("purchase", at, product.id)
  return { visitor, at, lines } satisfies Purchase
}

function basketLine(product: PlannedProduct, luck: Dice): BasketLine {
  // Most take the first colour and the small size.
  const place = Math.floor(luck.roll() ** 1.7 * product.variants.length)
  const variant = product.variants[place] ?? luck.pick(product.variants)
  const quantity = product.band === 2 ? 1 : luck.pick([1, 1, 1, 1, 1, 2, 2, 3, 4])
  return { product, variant, quantity }
}
