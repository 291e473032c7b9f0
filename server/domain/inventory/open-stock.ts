import type { Work } from "#server/context/work.ts"
import { rowIds } from "./row-ids.ts"

export interface OpeningStock {
  readonly variantId: string
  readonly onHand: number
}

/** Starts a new variant's stock. Once per variant. */
export function openStock(work: Work, variantId: string, onHand: number): Promise<void> {
  return openStocks(work, [{ variantId, onHand }])
}

/** At the shop's first location. */
export async function openStocks({ sql, tenantId, now }: Work, stocks: readonly OpeningStock[]): Promise<void> {
  if (stocks.length === 0) return
  if (stocks.some(({ onHand }) => !Number.isInteger(onHand) || onHand < 0))
    throw new RangeError("stock is a whole number from zero on")
  const opened = await sql<{ id: string }>`
    with place as (
      select l.id from stock_location l where l.tenant_id = ${tenantId} and l.closed_at is null order by l.priority, l.id limit 1 for share of l
    ), fresh as (
      select f.variant_id, f.on_hand, place.id as location_id
      from place, unnest(${stocks.map(({ variantId }) => variantId)}::text[], ${stocks.map(({ onHand }) => onHand)}::int[])
        as f(variant_id, on_hand)
    ), levels as (
      insert into stock_level (tenant_id, variant_id, on_hand) select ${tenantId}, variant_id, on_hand from fresh
      returning variant_id
    ), shelves as (
      insert into stock_shelf (tenant_id, variant_id, location_id, on_hand)
      select ${tenantId}, fresh.variant_id, location_id, on_hand from fresh join levels on levels.variant_id = fresh.variant_id
    ), noted as (
      insert into stock_movement (tenant_id, id, variant_id, kind, on_hand_delta, reserved_delta, location_id, at)
      select ${tenantId}, ${rowIds("movement", now)}, variant_id, 'open', on_hand, 0, location_id,
        ${now}::timestamptz
      from fresh
    )
    select id from place`
  if (opened.length === 0) throw new Error("the shop has no open location")
}
