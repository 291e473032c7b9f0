import type { CartLine, StoredCart } from "#server/ports/cart-store.ts"
import type { CartSummary } from "./cart-view.ts"

export function piecesOf(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

export function summaryOf(cart: StoredCart): CartSummary {
  return { id: cart.id, count: piecesOf(cart.lines), revision: cart.revision }
}

export function emptyCart(id: string): StoredCart {
  return { id, lines: [], revision: 0 }
}
