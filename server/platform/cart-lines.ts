import { z } from "zod"
import type { CartLine } from "#server/ports/cart-store.ts"

/** The stored form, the same in every store. */
export const cartLines = z.array(z.object({ variantId: z.string(), quantity: z.number().int().positive() }))

export function isSameLines(a: readonly CartLine[], b: readonly CartLine[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
