/** Free is on hand less reserved. The state with the highest revision is the true one. */
export interface StockState {
  readonly onHand: number
  readonly reserved: number
  readonly free: number
  readonly revision: number
}

/** One line of the console's stock page. */
export interface StockRow extends StockState {
  readonly variantId: string
  readonly productId: string
  readonly productTitle: string
  readonly choices: readonly string[]
  readonly sku: string
}

export interface Demand {
  readonly variantId: string
  readonly quantity: number
}
