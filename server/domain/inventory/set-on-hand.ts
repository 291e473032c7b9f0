import type { TenantContext } from "#server/context/tenant-context.ts"
import { adjustOnHand } from "./adjust-on-hand.ts"
import { checkedPieces } from "./pieces.ts"
import type { StockState } from "./stock-state.ts"

/**
 * The merchant has counted the shelf, reserved pieces included.
 * @throws Refusal inventory.below-reserved, catalog.product-not-found
 */
export function setOnHand(ctx: TenantContext, variantId: string, onHand: number): Promise<StockState> {
  return ctx.transact((work) => adjustOnHand(work, variantId, { kind: "count", onHand: checkedPieces(onHand) }))
}
