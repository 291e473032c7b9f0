import { type Fragment, fragment } from "#server/context/fragment.ts"
import type { Work } from "#server/context/work.ts"
import type { Claim, OpenBook, Shelf } from "./book.ts"
import { lockLevels } from "./level.ts"

interface Lying {
  readonly variantId: string
  readonly shelves: readonly Shelf[]
  readonly claims: readonly Claim[]
}

/** Which stock, and whose claims on it beside those that wait. */
export interface BookWish {
  /** Ids of variants. */
  readonly which: Fragment
  readonly orderIds?: readonly string[]
}

/**
 * Locks stock rows, then reads what hangs on them: in a statement of its own, since the first one may have waited for somebody who
 * changed it. Both in one message.
 */
export async function openBooks(work: Work, { which, orderIds = [] }: BookWish): Promise<OpenBook[]> {
  const [levels, lying] = await Promise.all([lockLevels(work, which), readLying(work, which, orderIds)])
  const known = new Map(lying.map((row) => [row.variantId, row]))
  return levels.map((level) => ({ level, shelves: [], claims: [], ...known.get(level.variantId) }))
}

/** The stock that an order holds and has not paid for; looked up by key, as `holdersAmong`. */
export const heldBy = (tenantId: string, orderIds: readonly string[]): Fragment => fragment`
  select h.variant_id from unnest(${[...orderIds]}::text[]) as w(order_id)
  cross join lateral (
    select h.variant_id, h.status from reservation h where h.tenant_id = ${tenantId} and h.order_id = w.order_id offset 0) as h
  where h.status = 'held'`

function readLying({ sql, tenantId }: Work, which: Fragment, orderIds: readonly string[]): Promise<Lying[]> {
  return sql<Lying>`
    select s.variant_id as "variantId",
      (select coalesce(json_agg(json_build_object('locationId', l.id, 'onHand', coalesce(f.on_hand, 0)) order by l.priority, l.id), '[]')
        from stock_location l left join stock_shelf f on f.tenant_id = l.tenant_id and f.location_id = l.id and f.variant_id = s.variant_id
        where l.tenant_id = s.tenant_id and l.closed_at is null) as shelves,
      (select coalesce(json_agg(json_build_object('id', r.id, 'orderId', r.order_id, 'quantity', r.quantity, 'handedOut', r.handed_out,
          'place', r.place, 'status', r.status)), '[]')
        from (
          select mine.* from unnest(${[...orderIds]}::text[]) as w(order_id) cross join lateral (
            select * from reservation mine where mine.tenant_id = s.tenant_id and mine.order_id = w.order_id
              and mine.variant_id = s.variant_id offset 0) as mine
          where mine.status = 'held'
          union all
          select * from reservation other where s.reserved > s.on_hand and other.tenant_id = s.tenant_id
            and other.variant_id = s.variant_id and other.status in ('held', 'awaited')
            and not (other.status = 'held' and other.order_id = any(${[...orderIds]}::text[]))
        ) r) as claims
    from stock_level s
    where s.tenant_id = ${tenantId} and s.variant_id in (${which})`
}
