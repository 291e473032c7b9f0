import { hours } from "#server/kernel/clock.ts"
import type { PlannedProduct, PlannedShop } from "#prisma/seed/catalog/plan.ts"
import type { Dice } from "#prisma/seed/dice.ts"
import type { Tables } from "#prisma/seed/tables.ts"
import type { ToldOrder } from "./order.ts"

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
      const wanted = soldOut.has(product.id) ? 0 : onHandWished(product, luck)
      variantRows(tables, shop, product, id, takings.get(id) ?? [], wanted, now, luck)
    }
  }
}

function onHandWished({ pull }: PlannedProduct, luck: Dice): number {
  const roll = luck.roll()
  if (roll < 0.05) return 0
  if (roll < 0.2) return luck.between(1, 4)
  return luck.between(6, pull > 20 ? 90 : 40)
}

function variantRows(
  tables: Tables,
  { tenantId, openedAt }: PlannedShop,
  product: PlannedProduct,
  variantId: string,
  takings: readonly Taking[],
  wanted: number,
  now: number,
  luck: Dice,
): void {
  let revision = 1
  let onHand = 0
  const move = (kind: string, onHandDelta: number, reservedDelta: number, at: number, reference = "") => {
    onHand += onHandDelta
    tables.stock_movement.push({
      tenant_id: tenantId,
      id: luck.id("movement", at),
      variant_id: variantId,
      kind,
      on_hand_delta: onHandDelta,
      reserved_delta: reservedDelta,
      reference,
      at: new Date(at),
    })
  }
  const sold = takings.reduce((sum, { order, quantity }) => sum + (order.status === "cancelled" ? 0 : quantity), 0)
  let toCome = sold + wanted
  let last = product.publishedAt ?? Math.max(openedAt, now - hours(70))
  const opening = takings.length === 0 ? toCome : Math.min(toCome, Math.max(4, Math.ceil(toCome * 0.45)))
  move("open", opening, 0, last)
  toCome -= opening
  const receive = (pieces: number, at: number) => {
    if (pieces <= 0) return
    move("receive", pieces, 0, at)
    revision += 1
    toCome -= pieces
  }
  for (const { order, quantity } of takings) {
    if (onHand < quantity)
      receive(
        Math.min(toCome, Math.max(quantity, Math.ceil(toCome * 0.6))),
        Math.max(last + 1, order.placedAt - hours(luck.between(2, 20))),
      )
    move("reserve", 0, quantity, order.placedAt, order.id)
    last = order.paidAt ?? order.cancelledAt ?? order.placedAt
    if (order.status === "cancelled") move("release", 0, -quantity, last, order.id)
    else move("sell", -quantity, -quantity, last, order.id)
    revision += 2
  }
  receive(toCome, last + Math.floor((now - last) * luck.roll()))
  tables.stock_level.push({ tenant_id: tenantId, variant_id: variantId, on_hand: onHand, reserved: 0, revision })
}
