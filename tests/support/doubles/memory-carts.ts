import { cartKey } from "#server/kernel/tenant-keys.ts"
import type { CartStore, StoredCart } from "#server/ports/cart-store.ts"

export function memoryCarts(): CartStore {
  const carts = new Map<string, StoredCart>()
  return {
    find: async ({ tenantId }, cartId) => carts.get(cartKey(tenantId, cartId)),
    async change({ tenantId }, cartId, change) {
      const key = cartKey(tenantId, cartId)
      const before = carts.get(key)
      const lines = change(before?.lines ?? [])
      if (JSON.stringify(lines) === JSON.stringify(before?.lines ?? [])) return before ?? { id: cartId, lines: [], revision: 0 }
      const cart = { id: cartId, lines, revision: (before?.revision ?? 0) + 1 }
      carts.set(key, cart)
      return cart
    },
    async remove({ tenantId }, cartId) {
      carts.delete(cartKey(tenantId, cartId))
    },
  }
}
