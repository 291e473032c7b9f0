import type { Quote } from "#server/domain/pricing/index.ts"

export interface CartView extends CartSummary {
  readonly quote: Quote
  /** True when every line is for sale in the wanted quantity, and there is at least one. */
  readonly orderable: boolean
}

export interface CartSummary {
  readonly id: string
  /** Pieces, not lines. */
  readonly count: number
  readonly revision: number
}

export interface CartChange {
  readonly variantId: string
  readonly quantity: number
}
