import type { TenantContext } from "#server/context/tenant-context.ts"
import type { CartLine, StoredCart } from "#server/ports/cart-store.ts"
import { piecesOf } from "./summary.ts"

/** Changes a cart, and tells the visitor's other windows if it is another one now. A cart may lie elsewhere than the log: first it, then the word. */
export async function changeAndTell(
  ctx: TenantContext,
  cartId: string,
  change: (lines: readonly CartLine[]) => readonly CartLine[],
): Promise<StoredCart> {
  let before: readonly CartLine[] = []
  const cart = await ctx.ports.carts.change(ctx.asker, cartId, (lines) => {
    before = lines
    return change(lines)
  })
  const visitorId = "visitorId" in ctx.actor ? ctx.actor.visitorId : ""
  if (visitorId !== "" && !isSame(before, cart.lines)) {
    const { revision, lines } = cart
    await ctx.transact((work) => work.emit("cart.changed", { visitorId, revision, count: piecesOf(lines) }))
  }
  return cart
}

function isSame(a: readonly CartLine[], b: readonly CartLine[]): boolean {
  const key = (lines: readonly CartLine[]) => lines.map(({ variantId, quantity }) => `${variantId} ${quantity}`).join()
  return key(a) === key(b)
}
