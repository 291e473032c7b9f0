import type { Work } from "#server/context/work.ts"
import { announceBundles } from "./announce-bundles.ts"
import type { StockMove } from "./stock-move.ts"
import { tell } from "./tell-stock.ts"

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
