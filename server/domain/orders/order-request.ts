import type { Address } from "./address.ts"

/** All that a shopper decides. Prices, taxes and stock are ours. */
export interface OrderRequest {
  readonly cartId: string
  readonly email: string
  readonly address: Address
  readonly shippingMethodId: string
  readonly visitorId: string
  readonly customerId?: string
}

export interface PlacedOrder {
  readonly orderId: string
  readonly number: number
  readonly accessToken: string
  readonly paymentId: string
}
