import { hours } from "#server/kernel/clock.ts"
import { present } from "#server/kernel/assert.ts"
import type { PlannedProduct, PlannedShop } from "#prisma/seed/catalog/plan.ts"
import type { Dice } from "#prisma/seed/dice.ts"
import type { Tables } from "#prisma/seed/tables.ts"
import type { ToldOrder } from "./order.ts"
import { openLedger, type StockLedger } from "./stock-ledger.ts"

interface Taking {
  readonly order: ToldOrder
  readonly quantity: number
}

/** Deliveries and sales of every variant, so that what lies on the shelf is what came less what went. */
export function stockRows(tables: Tables, shop: PlannedShop, orders: readonly ToldOrder[], now: number, luck: Dice): void {
  const takings = new Map<string, Taking[]>()
  for (const order of orders) {
    for (const { variant, quantity } of order.purchase.lines) {
      takings.set(variant.id, [...(takings.get(variant.id) ?? []), { order, quantity }])
    }
  }
  const soldOut = new Set([shop.products[12]?.id, shop.products[27]?.id])
  for (const product of shop.products) {
    for (const { id } of product.variants) {
      const ledger = openLedger(tables, shop, product, id, luck)
      if (product.source.parts) bundleRows(tables, shop, id, product.source.parts)
      else {
        const wanted = soldOut.has(product.id) || product.source.backorder !== undefined ? 0 : onHandWished(product, luck)
        const opened = product.publishedAt ?? Math.max(shop.openedAt, now - hours(70))
        tellStock(ledger, takings.get(id) ?? [], wanted, opened, now, luck)
      }
      ledger.close()
    }
  }
}

function bundleRows(
  tables: Tables,
  { tenantId, products }: PlannedShop,
  bundleId: string,
  parts: Readonly<Record<string, number>>,
) {
  for (const [slug, quantity] of Object.entries(parts)) {
    const product = products.find(({ source }) => source.slug === slug)
    const component = present(product?.variants[0], `part ${slug}`)
    tables.bundle_part.push({ tenant_id: tenantId, bundle_id: bundleId, component_id: component.id, quantity })
  }
}

function onHandWished({ pull }: PlannedProduct, luck: Dice): number {
  const roll = luck.roll()
  if (roll < 0.05) return 0
  if (roll < 0.2) return luck.between(1, 4)
  return luck.between(6, pull > 20 ? 90 : 40)
}

function tellStock(
  ledger: StockLedger,
  takings: readonly Taking[],
  wanted: number,
  opened: number,
  now: number,
  luck: Dice,
): void {
  const sold = takings.reduce((sum, { order, quantity }) => sum + (order.status === "cancelled" ? 0 : quantity), 0)
  let toCome = sold + wanted
  let last = opened
  const opening = takings.length === 0 ? toCome : Math.min(toCome, Math.max(4, Math.ceil(toCome * 0.45)))
  ledger.move("open", opening, 0, last)
  toCome -= opening
  const receive = (pieces: number, at: number) => {
    if (pieces <= 0) return
    ledger.move("receive", pieces, 0, at)
    toCome -= pieces
  }
  for (const { order, quantity } of takings) {
    if (ledger.onHand() < quantity)
      receive(
        Math.min(toCome, Math.max(quantity, Math.ceil(toCome * 0.6))),
        Math.max(last + 1, order.placedAt - hours(luck.between(2, 20))),
      )
    ledger.move("reserve", 0, quantity, order.placedAt, order.id)
    last = order.paidAt ?? order.cancelledAt ?? order.placedAt
    if (order.status === "cancelled") ledger.move("release", 0, -quantity, last, order.id)
    else ledger.move("sell", -quantity, -quantity, last, order.id)
  }
  receive(toCome, last + Math.floor((now - last) * luck.roll()))
  ledger.spread(now - hours(1))
}
