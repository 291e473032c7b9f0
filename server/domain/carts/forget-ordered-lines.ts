import type { TenantContext } from "#server/context/tenant-context.ts"
import type { CartLine } from "#server/ports/cart-store.ts"
import { changeAndTell } from "./change-and-tell.ts"

/** Takes out what was ordered and leaves what another tab has put in since. */
export async function forgetOrderedLines(ctx: TenantContext, cartId: string, ordered: readonly CartLine[]): Promise<void> {
  const quantities = new Map(ordered.map(({ variantId, quantity }) => [variantId, quantity]))
  await changeAndTell(ctx, cartId, (lines) =>
    lines.flatMap(({ variantId, quantity }) => {
      const left = quantity - (quantities.get(variantId) ?? 0)
      return left > 0 ? [{ variantId, quantity: left }] : []
    }),
  )
}
