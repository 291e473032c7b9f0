import type { Work } from "#server/context/work.ts"
import { announceBundles } from "./announce-bundles.ts"
import type { Level } from "./level.ts"

/** What one transaction did to a variant's stock row: `level` is how it was. */
export interface StockMove {
  readonly level: Level
  readonly onHand: number
  readonly reserved: number
  readonly backorderLimit?: number
  readonly revision: number
}

/** What may be bought at two moments, of a variant or a bundle. */
export interface Turn {
  readonly variantId: string
  readonly productId: string
  readonly onHand: number
  readonly freeBefore: number
  readonly free: number
  readonly promisable: number
  readonly revision: number
}

/**
 * Tells open pages and jobs what each variant stands at now, and once what passed a mark: that it ran low, that it is back. To be called
 * right behind the statement that wrote it: bundles are read after that.
 */
export async function announceStock(work: Work, moves: readonly StockMove[]): Promise<void> {
  const told = moves.flatMap(({ level, onHand, reserved, revision, backorderLimit = level.backorderLimit }) => {
    const free = onHand - reserved
    const freeBefore = level.onHand - level.reserved
    const { variantId, productId, lowAt } = level
    const ranLow = freeBefore > lowAt && free <= lowAt
    return [
      tell(work, { variantId, productId, onHand, freeBefore, free, promisable: free + backorderLimit, revision }),
      ranLow ? work.emit("stock.ran-low", { variantId, productId, free }) : undefined,
    ]
  })
  const inBundles = moves.filter(({ level }) => level.inBundle)
  await Promise.all([...told, inBundles.length > 0 ? announceBundles(work, inBundles) : undefined])
}

export async function tell(work: Work, turn: Turn): Promise<void> {
  const { freeBefore, ...state } = turn
  const { variantId, productId, free } = state
  await Promise.all([
    work.emit("stock.moved", state),
    freeBefore <= 0 && free > 0 ? work.emit("stock.returned", { variantId, productId, free }) : undefined,
  ])
}
