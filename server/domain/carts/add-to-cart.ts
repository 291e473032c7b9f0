import type { TenantContext } from "#server/context/tenant-context.ts"
import { refuse } from "#server/messages/refusals.ts"
import type { CartLine } from "#server/ports/cart-store.ts"
import type { CartChange, CartSummary } from "./cart-view.ts"
import { changeAndTell } from "./change-and-tell.ts"
import { mostLines, mostOfOne } from "./limits.ts"
import { summaryOf } from "./summary.ts"

/**
 * Puts pieces beside what is there already.
 * @throws Refusal carts.quantity, carts.unknown-variant, carts.full
 */
export async function addToCart(ctx: TenantContext, cartId: string, { variantId, quantity }: CartChange): Promise<CartSummary> {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > mostOfOne) refuse("carts.quantity", { most: mostOfOne })
  if (!(await isForSale(ctx, variantId))) refuse("carts.unknown-variant")
  return summaryOf(await changeAndTell(ctx, cartId, (lines) => withMore(lines, { variantId, quantity })))
}

export function withMore(lines: readonly CartLine[], { variantId, quantity }: CartLine): CartLine[] {
  const had = lines.find((line) => line.variantId === variantId)
  if (!had && lines.length >= mostLines) refuse("carts.full", { most: mostLines })
  if ((had?.quantity ?? 0) + quantity > mostOfOne) refuse("carts.quantity", { most: mostOfOne })
  if (!had) return [...lines, { variantId, quantity }]
  return lines.map((line) => (line === had ? { variantId, quantity: line.quantity + quantity } : line))
}

async function isForSale(ctx: TenantContext, variantId: string): Promise<boolean> {
  const found = await ctx.read(
    ({ sql, tenantId }) => sql<{ id: string }>`
      select v.id from variant v join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
      where v.tenant_id = ${tenantId} and v.id = ${variantId} and p.status = 'published'`,
  )
  return found.length > 0
}
