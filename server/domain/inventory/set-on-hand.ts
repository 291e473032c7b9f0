import type { TenantContext } from "#server/context/tenant-context.ts"
import { adjustOnHand } from "./adjust-on-hand.ts"
import { checkedPieces } from "./pieces.ts"
import type { StockState } from "./stock-state.ts"

/**
 * The merchant has counted, reserved pieces included: one location, or all of them together.
 * @throws Refusal inventory.below-reserved, inventory.is-bundle, inventory.location-not-found, catalog.product-not-found
 */
export function setOnHand(ctx: TenantContext, variantId: string, onHand: number, locationId?: string): Promise<StockState> {
  return ctx.transact((work) => adjustOnHand(work, variantId, { kind: "count", onHand: checkedPieces(onHand), locationId }))
}
