import type { PaymentView, RefundView } from "#server/domain/payments/index.ts"
import type { Money } from "#server/kernel/money.ts"
import type { Address } from "./address.ts"
import type { OrderStatus } from "./order-states.ts"

export interface OrderView {
  readonly id: string
  readonly number: number
  readonly status: OrderStatus
  readonly placedAt: Date
  readonly expiresAt: Date
  readonly paidAt: Date | null
  readonly shippedAt: Date | null
  readonly cancelledAt: Date | null
  /** A `CancelReason`, or empty. */
  readonly cancelReason: string
  readonly email: string
  readonly customerId: string | null
  readonly language: string
  readonly address: Address
  readonly lines: readonly OrderLineView[]
  readonly subtotal: Money
  readonly shipping: Money
  readonly shippingMethod: string
  readonly tax: { readonly name: string; readonly amount: Money; readonly included: boolean }
  readonly total: Money
  readonly shipments: readonly ShipmentView[]
  readonly payment: PaymentView | null
  /** Paid pieces that are not there yet and ship later; of bundles, their parts. */
  readonly awaited: number
  /** Oldest first. */
  readonly refunds: readonly RefundView[]
  readonly accessToken: string
  readonly revision: number
}

export interface OrderLineView {
  readonly id: string
  readonly productId: string
  readonly variantId: string
  readonly title: string
  readonly choices: readonly string[]
  readonly sku: string
  /** Key of the product's first picture when it was bought; empty when there was none. */
  readonly pictureKey: string
  readonly quantity: number
  /** Pieces whose money went back or is about to. */
  readonly refundedQuantity: number
  readonly unit: Money
  readonly total: Money
}

export interface ShipmentView {
  readonly id: string
  readonly carrier: string
  readonly tracking: string
  readonly shippedAt: Date
}

/** One line of a list of orders. */
export interface OrderRow {
  readonly id: string
  readonly number: number
  readonly status: OrderStatus
  readonly cancelReason: string
  readonly placedAt: Date
  readonly email: string
  /** Addressee. */
  readonly name: string
  /** Pieces, not lines. */
  readonly count: number
  readonly total: Money
  /** For the shopper's own links. */
  readonly accessToken: string
  readonly revision: number
}
