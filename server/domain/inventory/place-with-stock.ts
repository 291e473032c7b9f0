import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import type { Wish } from "./decide-grants.ts"
import { holdStock, roundsOf } from "./hold-stock.ts"
import { releaseStock } from "./release-stock.ts"
import { type Claims, claimStock, refuseSoldOut } from "./reserve-stock.ts"

/** From so many orders at once on, a variant's stock row is a queue: its goods are held in rounds, ahead of the orders. */
const crowded = 4

/** How an order takes its goods, as a step of its own transaction. */
export interface StockTaking {
  /** Locks or finds what the order takes; `write` is called once, when nothing can refuse any more. @throws Refusal inventory.sold-out */
  take(work: Work, orderId: string, expiresAt: Date): Promise<Pick<Claims, "write">>
}

/**
 * Writes an order with its goods. Mostly they are taken in the order's own transaction; where many want the same at once they are held in
 * a round before it, since a row that is locked for the length of an order lets few of them through. When the order cannot be
 * written, what was held for it is free at once.
 * @throws Refusal inventory.sold-out, and what `place` throws
 */
export function placeWithStock<T>(ctx: TenantContext, wish: Wish, place: (stock: StockTaking) => Promise<T>): Promise<T> {
  const keys = roundsOf(ctx, wish)
  const { rounds } = ctx.ports
  const isCrowded = rounds.crowd(keys) >= crowded - 1
  return rounds.attend(keys, () => (isCrowded ? placeHeld(ctx, wish, place) : place({ take: takeNow(wish) })))
}

async function placeHeld<T>(ctx: TenantContext, wish: Wish, place: (stock: StockTaking) => Promise<T>): Promise<T> {
  const [shortage] = await holdStock(ctx, wish)
  if (shortage) refuseSoldOut(shortage)
  try {
    return await place({ take: takeHeld(wish) })
  } catch (error) {
    // If this fails, too, the clock will do it.
    await ctx.transact((work) => releaseStock(work, wish.reference)).catch(() => undefined)
    throw error
  }
}

/** Now; where nothing is left it may be this cart's own hold that took it, by a click at another process. */
const takeNow =
  (wish: Wish): StockTaking["take"] =>
  async (work, orderId, expiresAt) => {
    const { shortages, write } = await claimStock(work, [{ ...wish, reference: orderId }], { expiresAt })
    const [shortage] = shortages[0] ?? []
    if (!shortage) return { write }
    if (await takeOver(work, wish, orderId, expiresAt)) return held
    return refuseSoldOut(shortage)
  }

/** What was held. If its time was up, or another click of the same cart took it over, the order tries for itself. */
const takeHeld =
  (wish: Wish): StockTaking["take"] =>
  async (work, orderId, expiresAt) =>
    (await takeOver(work, wish, orderId, expiresAt)) ? held : takeNow(wish)(work, orderId, expiresAt)

const held = { write: async () => undefined }

/** A hold becomes the order's, for as long as that may be paid. */
async function takeOver({ sql, tenantId }: Work, { reference }: Wish, orderId: string, expiresAt: Date): Promise<boolean> {
  const taken = await sql<{ id: string }>`
    update reservation r set order_id = ${orderId}, expires_at = ${expiresAt}::timestamptz
    from (select m.id from reservation m where m.tenant_id = ${tenantId} and m.order_id = ${reference} offset 0) as mine
    where r.tenant_id = ${tenantId} and r.id = mine.id and r.order_id = ${reference} and r.status = 'held' returning r.id`
  return taken.length > 0
}
