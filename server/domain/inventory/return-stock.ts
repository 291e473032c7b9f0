import type { Work } from "#server/context/work.ts"
import { announceStock, idStem, type MovedStock } from "./move-stock.ts"
import type { Demand } from "./stock-state.ts"

/**
 * Sold pieces come back on the shelf: on hand and free rise. Locks the variants' stock rows in id order. Not idempotent: the caller's
 * own row says whether they came back already. Answers how many variants moved.
 */
export async function returnStock(work: Work, orderId: string, pieces: readonly Demand[]): Promise<number> {
  if (pieces.length === 0) return 0
  const { tenantId, now } = work
  const moved = await work.sql<MovedStock>`
    with back as (
      select variant_id, sum(quantity)::int as quantity
      from unnest(${pieces.map((p) => p.variantId)}::text[], ${pieces.map((p) => p.quantity)}::int[]) as d(variant_id, quantity)
      group by variant_id
    ), locked as (
      select s.variant_id, b.quantity, s.on_hand, s.reserved, s.revision
      from stock_level s join back b on b.variant_id = s.variant_id
      where s.tenant_id = ${tenantId}
      order by s.variant_id
      for update of s
    ), moved as (
      update stock_level s set on_hand = l.on_hand + l.quantity, reserved = l.reserved, revision = l.revision + 1
      from locked l
      where s.tenant_id = ${tenantId} and s.variant_id = l.variant_id
      returning s.variant_id, s.on_hand, s.reserved, s.revision, l.quantity
    ), noted as (
      insert into stock_movement (tenant_id, id, variant_id, kind, on_hand_delta, reserved_delta, reference, at)
      select ${tenantId}, ${idStem("movement", now)} || left(md5(gen_random_uuid()::text), 16), variant_id, 'return',
        quantity, 0, ${orderId}, ${now}::timestamptz
      from moved
    )
    select m.variant_id as "variantId", v.product_id as "productId", m.on_hand as "onHand", m.reserved, m.revision
    from moved m join variant v on v.tenant_id = ${tenantId} and v.id = m.variant_id
    order by m.variant_id`
  await announceStock(work, moved)
  return moved.length
}
