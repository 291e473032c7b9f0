import type { Money } from "#server/kernel/money.ts"

export interface QuoteRequest {
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[]
  /** ISO 3166 alpha-2; the shop's own country when absent. */
  readonly country?: string
  readonly region?: string
  readonly shippingMethodId?: string
  /** Takes the first method that serves the country where none is chosen, or the chosen one does not. */
  readonly orFirstMethod?: boolean
}

/** What the lines cost at this moment, by the database alone. */
export interface Quote {
  readonly lines: readonly QuoteLine[]
  /** Variants that were asked for and are no longer for sale: they are in no sum. */
  readonly missing: readonly string[]
  readonly subtotal: Money
  /** Null while no shipping method is chosen, or the chosen one does not serve the country. */
  readonly shipping: Money | null
  readonly shippingMethod: ShippingChoice | null
  readonly shippingMethods: readonly ShippingChoice[]
  readonly tax: TaxLine
  readonly total: Money
  readonly country: string
}

export interface QuoteLine {
  readonly variantId: string
  readonly productId: string
  readonly productSlug: string
  readonly title: string
  readonly choices: readonly string[]
  readonly sku: string
  readonly picture: LinePicture | null
  readonly quantity: number
  readonly unit: Money
  readonly total: Money
  readonly free: number
  /** Less than `quantity`: the shopper must take fewer before the order can be placed. */
  readonly promisable: number
  /** How many of the line are not there yet and ship later, where the merchant allows it. */
  readonly later: number
  readonly stockRevision: number
}

export interface LinePicture {
  readonly key: string
  readonly alt: string
  readonly width: number
  readonly height: number
}

/** `price` is what this basket pays, after free shipping from an amount on. */
export interface ShippingChoice {
  readonly id: string
  readonly name: string
  readonly price: Money
  readonly minDays: number
  readonly maxDays: number
}

/** `included`: the amount is a part of the prices; otherwise it comes on top. An empty name: no tax is due. */
export interface TaxLine {
  readonly name: string
  readonly amount: Money
  readonly included: boolean
  readonly basisPoints: number
}
