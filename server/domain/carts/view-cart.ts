import type { TenantContext } from "#server/context/tenant-context.ts"
import { quote } from "#server/domain/pricing/index.ts"
import type { CartView } from "./cart-view.ts"
import { emptyCart, piecesOf } from "./summary.ts"

export interface CartDestination {
  readonly country?: string
  readonly region?: string
  readonly shippingMethodId?: string
  readonly orFirstMethod?: boolean
}

/** One statement beyond the store's look-up. Lines that are no longer for sale are named in `quote.missing`, and in no sum. */
export async function viewCart(ctx: TenantContext, cartId: string, destination: CartDestination = {}): Promise<CartView> {
  const cart = (await ctx.ports.carts.find(ctx.asker, cartId)) ?? emptyCart(cartId)
  const priced = await ctx.read((reading) => quote(reading, { lines: cart.lines, ...destination }))
  return {
    id: cartId,
    quote: priced,
    count: piecesOf(cart.lines),
    revision: cart.revision,
    orderable:
      priced.lines.length > 0 && priced.missing.length === 0 && priced.lines.every((line) => line.promisable >= line.quantity),
  }
}
