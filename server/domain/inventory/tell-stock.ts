import type { Work } from "#server/context/work.ts"

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

/** What a variant or a bundle stands at, and once that it is back. */
export async function tell(work: Work, turn: Turn): Promise<void> {
  const { freeBefore, ...state } = turn
  const { variantId, productId, free } = state
  await Promise.all([
    work.emit("stock.moved", state),
    freeBefore <= 0 && free > 0 ? work.emit("stock.returned", { variantId, productId, free }) : undefined,
  ])
}
