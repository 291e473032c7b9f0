import type { Reading } from "#server/context/work.ts"
import { add, type Money, money, total } from "#server/kernel/money.ts"
import { type GoodsRow, type MethodRow, type Prices, readPrices } from "./read-prices.ts"
import type { Quote, QuoteLine, QuoteRequest, ShippingChoice } from "./quote-view.ts"
import { taxOn } from "./tax.ts"

/** What a basket costs now. One statement. Whatever a client may have claimed about prices plays no part. */
export async function quote(reading: Reading, request: QuoteRequest): Promise<Quote> {
  return priceUp(await readPrices(reading, request), request)
}

export function priceUp(prices: Prices, request: QuoteRequest): Quote {
  const { currency, country } = prices
  const goods = new Map(prices.goods.map((row) => [row.variantId, row]))
  const lines = request.lines.flatMap(({ variantId, quantity }) => {
    const row = goods.get(variantId)
    return row ? [lineOf(row, quantity, currency)] : []
  })
  const subtotal = total(
    lines.map((line) => line.total),
    currency,
  )
  const shippingMethods = prices.methods.map((method) => choiceOf(method, subtotal))
  const chosen = shippingMethods.find(({ id }) => id === request.shippingMethodId)
  const shippingMethod = chosen ?? (request.orFirstMethod ? shippingMethods[0] : undefined) ?? null
  const shipping = shippingMethod?.price ?? null
  const net = shipping ? add(subtotal, shipping) : subtotal
  const tax = taxOn(net, prices.rate)
  return {
    lines,
    missing: request.lines.flatMap(({ variantId }) => (goods.has(variantId) ? [] : [variantId])),
    subtotal,
    shipping,
    shippingMethod,
    shippingMethods,
    tax,
    total: tax.included ? net : add(net, tax.amount),
    country,
  }
}

function lineOf(row: GoodsRow, quantity: number, currency: string): QuoteLine {
  const unitMinor = BigInt(row.unitMinor)
  return {
    variantId: row.variantId,
    productId: row.productId,
    productSlug: row.productSlug,
    title: row.title,
    choices: row.choices,
    sku: row.sku,
    picture: row.picture,
    quantity,
    unit: money(unitMinor, currency),
    total: money(unitMinor * BigInt(quantity), currency),
    free: row.free,
    promisable: row.promisable,
    later: Math.min(quantity, Math.max(0, quantity - row.free)),
    stockRevision: row.stockRevision,
  }
}

function choiceOf(method: MethodRow, subtotal: Money): ShippingChoice {
  const isFree = method.freeFromMinor !== null && subtotal.minor >= BigInt(method.freeFromMinor)
  const { id, name, minDays, maxDays } = method
  return { id, name, price: money(isFree ? 0n : BigInt(method.priceMinor), subtotal.currency), minDays, maxDays }
}
