/**
 * Free is on hand less reserved: below zero where more is promised than is there. Promisable counts what the merchant would order as
 * well. The state with the highest revision is the true one.
 */
export interface StockState {
  readonly onHand: number
  readonly reserved: number
  readonly free: number
  readonly promisable: number
  readonly revision: number
}

/** One line of the console's stock page. */
export interface StockRow extends StockState {
  readonly variantId: string
  readonly productId: string
  readonly productTitle: string
  readonly choices: readonly string[]
  readonly sku: string
  /** Made of other variants: on hand and reserved are theirs. */
  readonly isBundle: boolean
  readonly backorderLimit: number
  /** Null: the shop's own number holds. */
  readonly lowAt: number | null
  /** By priority; locations where nothing lies are absent. */
  readonly shelves: readonly ShelfView[]
}

export interface ShelfView {
  readonly locationId: string
  readonly onHand: number
}

export interface Demand {
  readonly variantId: string
  readonly quantity: number
}
