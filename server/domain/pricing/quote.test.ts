import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { priceUp } from "./quote.ts"
import type { GoodsRow, Prices } from "./read-prices.ts"

const goods = (index: number, unitMinor: bigint): GoodsRow => ({
  variantId: `var_${index}`,
  productId: `prd_${index}`,
  productSlug: `thing-${index}`,
  title: "Thing",
  choices: [],
  sku: `S${index}`,
  unitMinor: unitMinor.toString(),
  free: 5,
  promisable: 5,
  stockRevision: 1,
  picture: null,
})

const method = { id: "shm_1", name: "Post", priceMinor: "500", freeFromMinor: "10000", minDays: 1, maxDays: 2 }
const rate = { name: "VAT", basisPoints: 1_900, included: true }
const prices = (rows: GoodsRow[], more: Partial<Prices> = {}): Prices => ({
  currency: "EUR",
  country: "DE",
  goods: rows,
  methods: [method],
  rate,
  ...more,
})

describe("a quote", () => {
  it("adds up, whatever is in the basket", () => {
    const line = fc.record({ unitMinor: fc.bigInt({ min: 0n, max: 10n ** 15n }), quantity: fc.integer({ min: 1, max: 99 }) })
    const anyRate = fc.option(
      fc.record({ name: fc.constant("Tax"), basisPoints: fc.integer({ min: 0, max: 10_000 }), included: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 50 }), anyRate, fc.boolean(), (lines, rate, ships) => {
        const known = prices(
          lines.map(({ unitMinor }, index) => goods(index, unitMinor)),
          { rate },
        )
        const asked = lines.map(({ quantity }, index) => ({ variantId: `var_${index}`, quantity }))
        const quote = priceUp(known, { lines: asked, ...(ships ? { shippingMethodId: "shm_1" } : {}) })
        const sum = lines.reduce((total, { unitMinor, quantity }) => total + unitMinor * BigInt(quantity), 0n)
        const net = sum + (quote.shipping?.minor ?? 0n)
        expect(quote.subtotal.minor).toBe(sum)
        expect(quote.total.minor).toBe(quote.tax.included ? net : net + quote.tax.amount.minor)
        expect(quote.tax.amount.minor).toBeGreaterThanOrEqual(0n)
        expect(quote.tax.amount.minor).toBeLessThanOrEqual(net)
      }),
    )
  })

  it("takes a contained tax out of goods and shipping, and puts another on top", () => {
    const request = { lines: [{ variantId: "var_0", quantity: 2 }], shippingMethodId: "shm_1" }
    const included = priceUp(prices([goods(0, 1_000n)]), request)
    expect(included).toMatchObject({
      subtotal: { minor: 2_000n },
      shipping: { minor: 500n },
      tax: { amount: { minor: 399n } },
      total: { minor: 2_500n },
    })
    const onTop = priceUp(prices([goods(0, 1_000n)], { rate: { name: "Sales tax", basisPoints: 725, included: false } }), request)
    expect(onTop).toMatchObject({ tax: { amount: { minor: 181n } }, total: { minor: 2_681n } })
  })

  it("ships free from the merchant's amount on, not below", () => {
    const at = (unit: bigint) =>
      priceUp(prices([goods(0, unit)]), { lines: [{ variantId: "var_0", quantity: 1 }], shippingMethodId: "shm_1" }).shipping
        ?.minor
    expect([at(9_999n), at(10_000n)]).toEqual([500n, 0n])
  })

  it("names what is no longer for sale and leaves it out of the sums", () => {
    const quote = priceUp(prices([goods(0, 700n)]), {
      lines: [
        { variantId: "var_0", quantity: 1 },
        { variantId: "var_9", quantity: 3 },
      ],
    })
    expect(quote).toMatchObject({ missing: ["var_9"], subtotal: { minor: 700n }, shipping: null, total: { minor: 700n } })
  })

  it("knows no shipping by a method that does not serve the country", () => {
    const quote = priceUp(prices([goods(0, 700n)], { methods: [] }), {
      lines: [{ variantId: "var_0", quantity: 1 }],
      shippingMethodId: "shm_1",
    })
    expect(quote).toMatchObject({ shipping: null, shippingMethod: null, shippingMethods: [] })
  })
})
