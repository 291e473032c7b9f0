import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { announceStock } from "./announce-stock.ts"
import type { StockMove } from "./stock-move.ts"
import { type Decision, decideGrants, type Shortage, type Wish } from "./decide-grants.ts"
import { type LockedStock, lockDemand } from "./lock-demand.ts"
import type { Demand } from "./stock-state.ts"
import { writeGrants } from "./write-grants.ts"

/** What the locked rows allow. */
export interface Claims {
  /** In the order of the wishes; empty: granted. */
  readonly shortages: readonly (readonly Shortage[])[]
  /** Writes the granted ones and tells of them. Once, in the same transaction; what else the caller has to write can go with it. */
  write(): Promise<void>
}

export interface ClaimTerms {
  readonly expiresAt: Date
  /** Whatever is sold out at this moment is refused without waiting for whoever may be giving some of it back. */
  readonly passesOver?: boolean
}

/** Locks the variants' stock rows in id order until the transaction ends, and decides: first come, first served. Writes nothing yet. */
export async function claimStock(work: Work, wishes: readonly Wish[], terms: ClaimTerms): Promise<Claims> {
  const { expiresAt, passesOver = false } = terms
  const lines = new Set(wishes.flatMap(({ demands }) => demands.map(({ variantId }) => variantId)))
  const stock = await lockDemand(work, { lines: [...lines], passesOver })
  const decision = decideGrants(stock, wishes)
  return {
    shortages: decision.shortages,
    async write() {
      if (decision.grants.length === 0) return
      await Promise.all([writeGrants(work, decision, expiresAt), announceStock(work, movesOf(stock, decision))])
    },
  }
}

/**
 * Holds the goods of an order until it is paid or given up. All or nothing; locks the variants' stock rows in id order until the
 * transaction ends, so call it late. Not for an order that already holds something.
 * @throws Refusal inventory.sold-out
 */
export async function reserveStock(work: Work, orderId: string, demands: readonly Demand[], expiresAt: Date): Promise<void> {
  const [shortage] = await tryReserveStock(work, orderId, demands, expiresAt)
  if (shortage) refuseSoldOut(shortage)
}

/** As `reserveStock`, but answers what is short and changes nothing then, so that the transaction can go on without. */
export async function tryReserveStock(
  work: Work,
  orderId: string,
  demands: readonly Demand[],
  expiresAt: Date,
): Promise<readonly Shortage[]> {
  const { shortages, write } = await claimStock(work, [{ reference: orderId, demands }], { expiresAt })
  const [mine = []] = shortages
  if (mine.length === 0) await write()
  return mine
}

export function refuseSoldOut({ variantId, free, wanted }: Shortage): never {
  refuse("inventory.sold-out", { variantId, free, wanted })
}

function movesOf({ levels }: LockedStock, { taken }: Decision): StockMove[] {
  return [...taken].flatMap(([variantId, { pieces, grants }]) => {
    const level = levels.get(variantId)
    return level ? [{ level, onHand: level.onHand, reserved: level.reserved + pieces, revision: level.revision + grants }] : []
  })
}
