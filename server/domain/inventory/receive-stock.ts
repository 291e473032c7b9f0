import type { TenantContext } from "#server/context/tenant-context.ts"
import { adjustOnHand } from "./adjust-on-hand.ts"
import { checkedPieces } from "./pieces.ts"
import type { StockState } from "./stock-state.ts"

/**
 * A delivery came.
 * @throws Refusal catalog.product-not-found
 */
export function receiveStock(ctx: TenantContext, variantId: string, pieces: number): Promise<StockState> {
  return ctx.transact((work) => adjustOnHand(work, variantId, { kind: "receive", pieces: checkedPieces(pieces) }))
}
