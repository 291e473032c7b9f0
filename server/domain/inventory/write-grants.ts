import { conflict } from "#server/context/retrying.ts"
import type { Work } from "#server/context/work.ts"
import type { Decision } from "./decide-grants.ts"
import { rowIds } from "./row-ids.ts"

/**
 * Writes what was decided on locked rows: levels, reservations and movements, in one statement. Whoever held something and gave it back
 * holds again. @throws a conflict when a reference holds the variant already
 */
export async function writeGrants(work: Work, { grants, taken }: Decision, expiresAt: Date): Promise<void> {
  const { tenantId, now } = work
  const levels = [...taken]
  const [row] = await work.sql<{ held: number }>`
    with taken as (
      select * from unnest(${levels.map(([variantId]) => variantId)}::text[], ${levels.map(([, { pieces }]) => pieces)}::int[],
        ${levels.map(([, sum]) => sum.grants)}::int[]) as t(variant_id, pieces, grants)
    ), moved as (
      update stock_level s set reserved = s.reserved + t.pieces, revision = s.revision + t.grants
      from taken t where s.tenant_id = ${tenantId} and s.variant_id = t.variant_id
    ), granted as (
      select * from unnest(${grants.map(({ reference }) => reference)}::text[], ${grants.map(({ variantId }) => variantId)}::text[],
        ${grants.map(({ quantity }) => quantity)}::int[], ${grants.map(({ place }) => place)}::int[]) as g(reference, variant_id, quantity, place)
    ), held as (
      insert into reservation as r (tenant_id, id, order_id, variant_id, quantity, place, status, expires_at)
      select ${tenantId}, ${rowIds("reservation", now)}, reference, variant_id, quantity, place,
        'held', ${expiresAt}::timestamptz
      from granted
      on conflict (tenant_id, order_id, variant_id) do update
        set status = 'held', quantity = excluded.quantity, handed_out = 0, place = excluded.place, expires_at = excluded.expires_at
        where r.status = 'released'
      returning 1
    ), noted as (
      insert into stock_movement (tenant_id, id, variant_id, kind, on_hand_delta, reserved_delta, reference, at)
      select ${tenantId}, ${rowIds("movement", now)}, variant_id, 'reserve',
        0, quantity, reference, ${now}::timestamptz
      from granted
    )
    select count(*)::int as held from held`
  if (row?.held !== grants.length) throw conflict(`one of ${grants.map(({ reference }) => reference).join()} already holds stock`)
}
