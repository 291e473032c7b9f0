import type { Reading } from "#server/context/work.ts"

/** A number that the ledger tells otherwise. */
export interface Drift {
  readonly variantId: string
  /** `on-hand`, `reserved`, `claims` (what is reserved against what reservations hold), or a location's id. */
  readonly what: string
  readonly is: number
  readonly should: number
}

/**
 * On hand, in all and at each location, and reserved, worked out anew from the movements, and reserved once more from the reservations
 * that are alive. Empty: all of it adds up. One statement over all movements.
 */
export function recomputeStock({ sql, tenantId }: Reading): Promise<Drift[]> {
  return sql<Drift>`
    with ledger as (
      select m.variant_id, sum(m.on_hand_delta)::int as on_hand, sum(m.reserved_delta)::int as reserved
      from stock_movement m where m.tenant_id = ${tenantId} group by m.variant_id
    ), placed as (
      select m.variant_id, m.location_id, sum(m.on_hand_delta)::int as on_hand
      from stock_movement m where m.tenant_id = ${tenantId} and m.location_id is not null group by m.variant_id, m.location_id
    ), claimed as (
      select r.variant_id, sum(r.quantity - r.handed_out)::int as pieces
      from reservation r where r.tenant_id = ${tenantId} and r.status in ('held', 'awaited') group by r.variant_id
    ), level as (
      select s.variant_id, s.on_hand, s.reserved from stock_level s where s.tenant_id = ${tenantId}
    ), shelf as (
      select f.variant_id, f.location_id, f.on_hand from stock_shelf f where f.tenant_id = ${tenantId}
    )
    select variant_id as "variantId", 'on-hand' as what, level.on_hand as is, coalesce(ledger.on_hand, 0) as should
    from level left join ledger using (variant_id) where level.on_hand <> coalesce(ledger.on_hand, 0)
    union all
    select variant_id, 'reserved', level.reserved, coalesce(ledger.reserved, 0)
    from level left join ledger using (variant_id) where level.reserved <> coalesce(ledger.reserved, 0)
    union all
    select variant_id, 'claims', level.reserved, coalesce(claimed.pieces, 0)
    from level left join claimed using (variant_id) where level.reserved <> coalesce(claimed.pieces, 0)
    union all
    select variant_id, location_id, coalesce(shelf.on_hand, 0), coalesce(placed.on_hand, 0)
    from shelf full join placed using (variant_id, location_id)
    where coalesce(shelf.on_hand, 0) <> coalesce(placed.on_hand, 0) and exists (select from level where level.variant_id = placed.variant_id)
    union all
    select variant_id, 'shelves', level.on_hand, coalesce(sum(shelf.on_hand), 0)::int
    from level left join shelf using (variant_id) group by variant_id, level.on_hand having level.on_hand <> coalesce(sum(shelf.on_hand), 0)`
}
