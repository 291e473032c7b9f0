import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { announceStock, idStem, type MovedStock } from "./move-stock.ts"
import type { StockState } from "./stock-state.ts"

/** A count says how many there are, a delivery how many came. */
export type Adjustment =
  | { readonly kind: "count"; readonly onHand: number }
  | { readonly kind: "receive"; readonly pieces: number }

/**
 * One statement: the change is worked out from the locked row, not from what a page showed.
 * @throws Refusal inventory.below-reserved, catalog.product-not-found
 */
export async function adjustOnHand(work: Work, variantId: string, adjustment: Adjustment): Promise<StockState> {
  const [moved] = await change(work, variantId, adjustment)
  if (!moved) return refuseAdjustment(work, variantId)
  await announceStock(work, [moved])
  const { onHand, reserved, revision } = moved
  return { onHand, reserved, free: onHand - reserved, revision }
}

function change(work: Work, variantId: string, adjustment: Adjustment): Promise<MovedStock[]> {
  const { tenantId, now } = work
  const counted = adjustment.kind === "count" ? adjustment.onHand : null
  const received = adjustment.kind === "receive" ? adjustment.pieces : 0
  return work.sql<MovedStock>`
    with locked as (
      select variant_id, on_hand as was, reserved, revision, coalesce(${counted}::int, on_hand + ${received}::int) as wanted
      from stock_level
      where tenant_id = ${tenantId} and variant_id = ${variantId}
      for update
    ), moved as (
      update stock_level s set on_hand = l.wanted, reserved = l.reserved, revision = l.revision + 1
      from locked l
      where s.tenant_id = ${tenantId} and s.variant_id = l.variant_id and l.wanted >= l.reserved
      returning s.variant_id, s.on_hand, s.reserved, s.revision, l.was
    ), noted as (
      insert into stock_movement (tenant_id, id, variant_id, kind, on_hand_delta, reserved_delta, at)
      select ${tenantId}, ${idStem("movement", now)} || left(md5(gen_random_uuid()::text), 16), variant_id, ${adjustment.kind},
        on_hand - was, 0, ${now}::timestamptz
      from moved
    )
    select m.variant_id as "variantId", v.product_id as "productId", m.on_hand as "onHand", m.reserved, m.revision
    from moved m join variant v on v.tenant_id = ${tenantId} and v.id = m.variant_id`
}

async function refuseAdjustment(work: Work, variantId: string): Promise<never> {
  const level = await work.rows.stockLevel.findFirst({ where: { variantId }, select: { reserved: true } })
  if (!level) refuse("catalog.product-not-found")
  return refuse("inventory.below-reserved", { reserved: level.reserved })
}
