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
  readonly backSubject: (goods: string, shop: string) => string
  readonly backHeading: (goods: string) => string
  readonly backBody: (goods: string) => string
  /** Nobody's place is kept. */
  readonly backHaste: string
  readonly backOnce: string
  readonly backLink: string
  readonly backStop: string
  readonly lowSubject: (count: number, shop: string) => string
  readonly lowHeading: (count: number) => string
  readonly lowBody: string
  readonly lowMore: (count: number) => string
  /** How many pieces are free; never below 0. */
  readonly lowLeft: (free: number) => string
  readonly lowLink: string
  /** Where the mails are turned off. */
  readonly lowStop: string
}
