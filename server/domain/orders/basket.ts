import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { type Quote, quote, type ShippingChoice } from "#server/domain/pricing/index.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { CartLine } from "#server/ports/cart-store.ts"
import type { OrderRequest } from "./order-request.ts"

export interface Basket {
  /** Names this filling of the cart: an order is made of it once. */
  readonly key: string
  readonly lines: readonly CartLine[]
}

/** An empty cart was emptied by its last change, so that it stands for the filling before: the one that was ordered. */
export async function readBasket(ctx: TenantContext, cartId: string): Promise<Basket> {
  const cart = await ctx.ports.carts.find(ctx.asker, cartId)
  const { lines, revision } = cart ?? { lines: [], revision: 0 }
  return { key: `${cartId}:${lines.length > 0 ? revision : revision - 1}`, lines }
}

export type OrderQuote = Quote & { readonly shipping: NonNullable<Quote["shipping"]>; readonly shippingMethod: ShippingChoice }

/** @throws Refusal carts.empty, carts.unknown-variant, pricing.no-shipping */
export async function priceBasket(
  work: Work,
  { address, shippingMethodId }: OrderRequest,
  lines: readonly CartLine[],
): Promise<OrderQuote> {
  if (lines.length === 0) refuse("carts.empty")
  const { country, region } = address
  const priced = await quote(work, { lines, country, region, shippingMethodId })
  if (priced.missing.length > 0) refuse("carts.unknown-variant")
  const { shipping, shippingMethod } = priced
  if (!shipping || !shippingMethod) return refuse("pricing.no-shipping", { country })
  return { ...priced, shipping, shippingMethod }
}
