import { type Fragment, fragment } from "#server/context/fragment.ts"

/**
 * Joins `s`, what can be bought of variant `v`: `free` lies there (below zero where more is promised), `promisable` counts what the
 * merchant would order as well. A bundle has as many as its scarcest part allows, and the revisions of all its parts, so that its own
 * rises when any of theirs does. Null where the variant has no stock yet.
 */
export const stockShown: Fragment = fragment`
  left join lateral (
    select level.on_hand, level.reserved, level.backorder_limit, level.low_at,
      coalesce(bundle.free, level.on_hand - level.reserved) as free,
      coalesce(bundle.promisable, level.on_hand - level.reserved + level.backorder_limit) as promisable,
      level.revision + coalesce(bundle.revisions, 0) as revision, bundle.free is not null as is_bundle
    from stock_level level left join lateral (
      select min(greatest(0, piece.on_hand - piece.reserved) / part.quantity) as free,
        min((piece.on_hand - piece.reserved + piece.backorder_limit) / part.quantity) as promisable,
        sum(piece.revision)::int as revisions
      from bundle_part part join stock_level piece on piece.tenant_id = part.tenant_id and piece.variant_id = part.component_id
      where part.tenant_id = level.tenant_id and part.bundle_id = level.variant_id
    ) bundle on true
    where level.tenant_id = v.tenant_id and level.variant_id = v.id
  ) s on true`
