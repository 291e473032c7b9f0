import type { TenantContext } from "#server/context/tenant-context.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { CartChange, CartSummary } from "./cart-view.ts"
import { changeAndTell } from "./change-and-tell.ts"
import { mostOfOne } from "./limits.ts"
import { summaryOf } from "./summary.ts"

/**
 * Changes a line that is in the cart; 0 takes it out. A line that is not there stays away: another tab removed it.
 * @throws Refusal carts.quantity
 */
export async function setQuantity(ctx: TenantContext, cartId: string, { variantId, quantity }: CartChange): Promise<CartSummary> {
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > mostOfOne) refuse("carts.quantity", { most: mostOfOne })
  const cart = await changeAndTell(ctx, cartId, (lines) =>
    lines.flatMap((line) => {
      if (line.variantId !== variantId) return [line]
      return quantity === 0 ? [] : [{ variantId, quantity }]
    }),
  )
  return summaryOf(cart)
}
