import type { TenantContext } from "#server/context/tenant-context.ts"
import { piecesOf } from "./summary.ts"

/** Pieces in the cart; the number in the header. */
export async function cartCount(ctx: TenantContext, cartId: string): Promise<number> {
  const cart = await ctx.ports.carts.find(ctx.asker, cartId)
  return piecesOf(cart?.lines ?? [])
}
