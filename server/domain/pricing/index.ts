export { listShippingMethods, type ShippingMethodRow } from "./list-shipping-methods.ts"
export { listTaxRates, type TaxRateRow } from "./list-tax-rates.ts"
export { quote } from "./quote.ts"
export type { LinePicture, Quote, QuoteLine, QuoteRequest, ShippingChoice, TaxLine } from "./quote-view.ts"
