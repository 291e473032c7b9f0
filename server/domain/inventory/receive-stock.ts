import type { TenantContext } from "#server/context/tenant-context.ts"
import { adjustOnHand } from "./adjust-on-hand.ts"
import { checkedPieces } from "./pieces.ts"
import type { StockState } from "./stock-state.ts"

/**
 * A delivery came, to this location or to the shop's first. Those who paid and wait get theirs at once.
 * @throws Refusal catalog.product-not-found, inventory.is-bundle, inventory.location-not-found
 */
export function receiveStock(ctx: TenantContext, variantId: string, pieces: number, locationId?: string): Promise<StockState> {
  return ctx.transact((work) => adjustOnHand(work, variantId, { kind: "receive", pieces: checkedPieces(pieces), locationId }))
}
