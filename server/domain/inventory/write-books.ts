import type { Work } from "#server/context/work.ts"
import { conflict } from "#server/context/retrying.ts"
import { announceStock } from "./announce-stock.ts"
import type { StockMove } from "./stock-move.ts"
import type { Draft } from "./book.ts"
import { rowIds } from "./row-ids.ts"

/** Writes the drafts into the locked rows, in one statement, and tells of them. A draft in which nothing happened is left alone. */
export async function writeBooks(work: Work, drafts: readonly Draft[]): Promise<readonly StockMove[]> {
  const changed = drafts.filter(({ movements }) => movements.length > 0)
  if (changed.length === 0) return []
  const moves = changed.map(({ level, onHand, reserved }) => ({ level, onHand, reserved, revision: level.revision + 1 }))
  await Promise.all([write(work, changed), announceStock(work, moves)])
  return moves
}

/** @throws a conflict, to be tried again, when an order took a hold over meanwhile */
async function write({ sql, tenantId, now }: Work, drafts: readonly Draft[]): Promise<void> {
  const claims = drafts.flatMap(claimRows)
  const [row] = await sql<{ claimed: number }>`
    with level as (
      select * from jsonb_to_recordset(${JSON.stringify(drafts.map(levelRow))}::jsonb) as l(variant_id text, on_hand int, reserved int)
    ), moved as (
      update stock_level s set on_hand = l.on_hand, reserved = l.reserved, revision = s.revision + 1
      from level l where s.tenant_id = ${tenantId} and s.variant_id = l.variant_id
    ), shelved as (
      insert into stock_shelf as f (tenant_id, variant_id, location_id, on_hand)
      select ${tenantId}, variant_id, location_id, on_hand
      from jsonb_to_recordset(${JSON.stringify(drafts.flatMap(shelfRows))}::jsonb) as n(variant_id text, location_id text, on_hand int)
      on conflict (tenant_id, variant_id, location_id) do update set on_hand = excluded.on_hand
    ), claimed as (
      update reservation r set status = c.status, quantity = c.quantity, handed_out = c.handed_out
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as c(id text, order_id text, status text, quantity int, handed_out int)
      where r.tenant_id = ${tenantId} and r.id = c.id and r.order_id = c.order_id and r.status in ('held', 'awaited')
      returning 1
    ), noted as (
      insert into stock_movement (tenant_id, id, variant_id, kind, on_hand_delta, reserved_delta, location_id, reference, at)
      select ${tenantId}, ${rowIds("movement", now)}, variant_id, kind, on_hand_delta,
        reserved_delta, location_id, reference, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(drafts.flatMap(movementRows))}::jsonb)
        as m(variant_id text, kind text, on_hand_delta int, reserved_delta int, location_id text, reference text)
    )
    select count(*)::int as claimed from claimed`
  if (row?.claimed !== claims.length) throw conflict("a hold has become an order's meanwhile")
}

const levelRow = ({ level, onHand, reserved }: Draft) => ({ variant_id: level.variantId, on_hand: onHand, reserved })

const shelfRows = ({ level, shelves, changedShelves }: Draft) =>
  [...changedShelves].map((id) => ({ variant_id: level.variantId, location_id: id, on_hand: shelves.get(id) ?? 0 }))

const claimRows = ({ claims, changedClaims }: Draft) =>
  [...changedClaims].flatMap((id) => {
    const claim = claims.get(id)
    return claim
      ? [{ id, order_id: claim.orderId, status: claim.status, quantity: claim.quantity, handed_out: claim.handedOut }]
      : []
  })

const movementRows = ({ level, movements }: Draft) =>
  movements.map(({ kind, onHandDelta, reservedDelta, locationId, reference }) => ({
    ...{ variant_id: level.variantId, kind, on_hand_delta: onHandDelta, reserved_delta: reservedDelta },
    ...{ location_id: locationId, reference },
  }))
