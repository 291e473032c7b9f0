import { days, minutes } from "#server/kernel/clock.ts"
import type { PlannedShop } from "#prisma/seed/catalog/plan.ts"
import { dice } from "#prisma/seed/dice.ts"
import type { Tables } from "#prisma/seed/tables.ts"
import { tellOrder } from "./order.ts"
import { orderRows } from "./order-rows.ts"
import { stockRows } from "./stock-rows.ts"
import { type KnownCustomer, visitorsOf } from "./visitor.ts"
import { tellVisits } from "./visits.ts"

const historyDays = 90
const visitorsPerShop = 1_100

/** Ninety days of a shop: who came, what they looked at and bought, and what that did to stock and books. */
export function historyRows(
  tables: Tables,
  shop: PlannedShop,
  customers: readonly KnownCustomer[],
  seedNumber: number,
  now: number,
): void {
  const luck = dice(seedNumber, `${shop.source.slug}/history`)
  const since = now - days(historyDays)
  const visitors = visitorsOf(shop, customers, visitorsPerShop, since, luck)
  const { signals, purchases } = tellVisits(shop, visitors, since, now - minutes(10), luck)
  for (const signal of signals) tables.signal.push(signal)

  const orders = purchases.map((purchase, place) => tellOrder(shop, purchase, 1_001 + place, now, luck))
  for (const order of orders) orderRows(tables, shop, order, luck)
  tables.counter.push({ tenant_id: shop.tenantId, name: "order", value: 1_000 + orders.length })
  stockRows(tables, shop, orders, now, luck)
}
