import type { Asker } from "#server/kernel/asker.ts"

/** A shopper's cart: what and how many. Prices and titles are looked up, never stored. */
export interface StoredCart {
  readonly id: string
  readonly lines: readonly CartLine[]
  readonly revision: number
}

export interface CartLine {
  readonly variantId: string
  readonly quantity: number
}

/** Where carts lie beside the shop's rows, a guest of a suspended shop is refused. @throws Refusal tenants.suspended */
export interface CartStore {
  find(asker: Asker, cartId: string): Promise<StoredCart | undefined>
  /**
   * Applies `change` to the lines as they are now and stores the outcome; concurrent changes of one cart are all kept.
   * `change` may run more than once. Each outcome that differs raises the revision by one, emptying included, so that a
   * revision stands for one filling. Carts are kept 60 days from their last change.
   */
  change(asker: Asker, cartId: string, change: (lines: readonly CartLine[]) => readonly CartLine[]): Promise<StoredCart>
  remove(asker: Asker, cartId: string): Promise<void>
}
