import type { Work } from "#server/context/work.ts"
import { announceStock, idStem, type MovedStock } from "./move-stock.ts"

/** `release` gives the pieces back; `sell` takes them off the shelf. */
const endings = {
  release: { status: "released", takesFromHand: 0 },
  sell: { status: "consumed", takesFromHand: 1 },
} as const

/**
 * Ends what an order holds, in one statement; stock rows are locked in id order, and their new values come from the locked rows as
 * in `reserveStock`. A repeat finds nothing held and changes nothing. Answers how many variants moved.
 */
export async function endReservation(work: Work, orderId: string, kind: keyof typeof endings): Promise<number> {
  const { tenantId, now } = work
  const { status, takesFromHand } = endings[kind]
  const moved = await work.sql<MovedStock>`
    with ended as (
      update reservation set status = ${status}
      where tenant_id = ${tenantId} and order_id = ${orderId} and status = 'held'
      returning variant_id, quantity
    ), locked as (
      select s.variant_id, e.quantity, s.on_hand, s.reserved, s.revision
      from stock_level s join ended e on e.variant_id = s.variant_id
      where s.tenant_id = ${tenantId}
      order by s.variant_id
      for update of s
    ), moved as (
      update stock_level s
      set on_hand = l.on_hand - l.quantity * ${takesFromHand}::int, reserved = l.reserved - l.quantity, revision = l.revision + 1
      from locked l
      where s.tenant_id = ${tenantId} and s.variant_id = l.variant_id
      returning s.variant_id, s.on_hand, s.reserved, s.revision, l.quantity
    ), noted as (
      insert into stock_movement (tenant_id, id, variant_id, kind, on_hand_delta, reserved_delta, reference, at)
      select ${tenantId}, ${idStem("movement", now)} || left(md5(gen_random_uuid()::text), 16), variant_id, ${kind},
        -quantity * ${takesFromHand}::int, -quantity, ${orderId}, ${now}::timestamptz
      from moved
    )
    select m.variant_id as "variantId", v.product_id as "productId", m.on_hand as "onHand", m.reserved, m.revision
    from moved m join variant v on v.tenant_id = ${tenantId} and v.id = m.variant_id
    order by m.variant_id`
  await announceStock(work, moved)
  return moved.length
}
