import type { TenantContext } from "#server/context/tenant-context.ts"
import { type CartView, viewCart } from "#server/domain/carts/index.ts"

export interface Destination {
  readonly country?: string | undefined
  readonly region?: string | undefined
  readonly shippingMethodId?: string | undefined
}

/** The cart as it would cost there; the first way of shipping is taken where none is chosen, or the chosen one does not go there. */
export function quoteFor(
  ctx: TenantContext,
  cartId: string,
  { country, region, shippingMethodId }: Destination,
): Promise<CartView> {
  const place = { ...(country && { country }), ...(region && { region }) }
  return viewCart(ctx, cartId, { ...place, ...(shippingMethodId && { shippingMethodId }), orFirstMethod: true })
}
