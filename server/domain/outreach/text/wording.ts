import type { RefundReason } from "#server/domain/payments/index.ts"

/** What our mails say, in one language. */
export interface Wording {
  readonly receiptSubject: (number: number, shop: string) => string
  readonly receiptHeading: (name: string) => string
  readonly receiptBody: (number: number) => string
  readonly shippingSubject: (number: number, shop: string) => string
  readonly shippingHeading: (name: string) => string
  readonly shippingBody: (number: number, carrier: string) => string
  readonly tracking: (tracking: string) => string
  readonly refundSubject: (number: number, shop: string) => string
  readonly refundHeading: (name: string) => string
  readonly refundBody: { readonly [R in RefundReason]: (number: number) => string }
  readonly refundTime: (amount: string) => string
  readonly refunded: string
  readonly subtotal: string
  readonly shipping: (method: string) => string
  readonly taxIncluded: (name: string) => string
  readonly taxOnTop: (name: string) => string
  readonly total: string
  readonly address: string
  readonly orderLink: string
  readonly closing: (shop: string) => string
}
