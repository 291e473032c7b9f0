import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { announceStock, idStem, type MovedStock } from "./move-stock.ts"
import type { Demand } from "./stock-state.ts"

export interface Shortage {
  readonly variantId: string
  readonly wanted: number
  readonly free: number
}

/**
 * Holds the goods of an order until it is paid or given up. All or nothing, in one statement; locks the variants' stock
 * rows in id order until the transaction ends, so call it late. Not for an order that already holds something.
 * @throws Refusal inventory.sold-out
 */
export async function reserveStock(work: Work, orderId: string, demands: readonly Demand[], expiresAt: Date): Promise<void> {
  const [shortage] = await tryReserveStock(work, orderId, demands, expiresAt)
  if (shortage) refuse("inventory.sold-out", { variantId: shortage.variantId, free: shortage.free, wanted: shortage.wanted })
}

/** As `reserveStock`, but answers what is short and changes nothing then, so that the transaction can go on without. */
export async function tryReserveStock(
  work: Work,
  orderId: string,
  demands: readonly Demand[],
  expiresAt: Date,
): Promise<readonly Shortage[]> {
  const wanted = perVariant(demands)
  if (wanted.length === 0) throw new Error("an order without lines cannot reserve")
  const rows = await hold(work, orderId, wanted, expiresAt)
  const moved = rows.filter(isMoved)
  if (moved.length < wanted.length) {
    return rows.flatMap(({ variantId, quantity, free }) =>
      (free ?? 0) < quantity ? [{ variantId, wanted: quantity, free: free ?? 0 }] : [],
    )
  }
  if (moved.some((row) => !row.held)) throw new Error(`order ${orderId} already holds stock`)
  await announceStock(work, moved)
  return []
}

interface HoldRow {
  readonly variantId: string
  readonly quantity: number
  readonly free: number | null
  readonly productId: string | null
  readonly onHand: number | null
  readonly reserved: number | null
  readonly revision: number | null
  readonly held: boolean
}

const isMoved = (row: HoldRow): row is HoldRow & MovedStock => row.revision !== null && row.productId !== null

/** The same variant on two lines is one demand: checked apart, each would see the same free pieces. */
function perVariant(demands: readonly Demand[]): Demand[] {
  const sums = new Map<string, number>()
  for (const { variantId, quantity } of demands) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity)
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity })).sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
}

/**
 * The new values come from the locked rows, not from `s`: an update of a row that changed while the lock was waited for is first
 * tried on the row as the statement began, and a check constraint would refuse that trial.
 */
function hold(work: Work, orderId: string, wanted: readonly Demand[], expiresAt: Date): Promise<HoldRow[]> {
  const { tenantId, now } = work
  return work.sql<HoldRow>`
    with demand as (
      select * from unnest(${wanted.map((d) => d.variantId)}::text[], ${wanted.map((d) => d.quantity)}::int[]) as d(variant_id, quantity)
    ), locked as (
      select s.variant_id, d.quantity, s.on_hand, s.reserved, s.revision, s.on_hand - s.reserved as free
      from stock_level s join demand d on d.variant_id = s.variant_id
      where s.tenant_id = ${tenantId}
      order by s.variant_id
      for update of s
    ), verdict as (
      select count(*) = ${wanted.length}::int and bool_and(free >= quantity) as granted from locked
    ), moved as (
      update stock_level s set on_hand = l.on_hand, reserved = l.reserved + l.quantity, revision = l.revision + 1
      from locked l, verdict
      where s.tenant_id = ${tenantId} and s.variant_id = l.variant_id and verdict.granted
      returning s.variant_id, s.on_hand, s.reserved, s.revision, l.quantity
    ), held as (
      insert into reservation as r (tenant_id, id, order_id, variant_id, quantity, status, expires_at)
      select ${tenantId}, ${idStem("reservation", now)} || left(md5(gen_random_uuid()::text), 16), ${orderId}, variant_id, quantity,
        'held', ${expiresAt}::timestamptz
      from moved
      on conflict (tenant_id, order_id, variant_id)
        do update set status = 'held', quantity = excluded.quantity, expires_at = excluded.expires_at where r.status = 'released'
      returning variant_id
    ), noted as (
      insert into stock_movement (tenant_id, id, variant_id, kind, on_hand_delta, reserved_delta, reference, at)
      select ${tenantId}, ${idStem("movement", now)} || left(md5(gen_random_uuid()::text), 16), variant_id, 'reserve',
        0, quantity, ${orderId}, ${now}::timestamptz
      from moved
    )
    select d.variant_id as "variantId", d.quantity, l.free, v.product_id as "productId",
      m.on_hand as "onHand", m.reserved, m.revision, h.variant_id is not null as held
    from demand d
      left join locked l on l.variant_id = d.variant_id
      left join moved m on m.variant_id = d.variant_id
      left join held h on h.variant_id = d.variant_id
      left join variant v on v.tenant_id = ${tenantId} and v.id = d.variant_id
    order by d.variant_id`
}
