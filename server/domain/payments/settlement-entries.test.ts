import fc from "fast-check"
import { expect, it } from "vitest"
import { money, portion } from "#server/kernel/money.ts"
import { settlementEntries } from "./settlement-entries.ts"

const of = (minor: bigint) => money(minor, "EUR")
const amount = fc.bigInt({ min: 0n, max: 10n ** 15n })

it("books every unit of a settled order somewhere, and none twice", () => {
  const order = fc.record({
    subtotal: amount,
    shipping: amount,
    share: fc.integer({ min: 0, max: 5_000 }),
    isTaxIncluded: fc.boolean(),
  })
  fc.assert(
    fc.property(order, fc.integer({ min: 0, max: 10_000 }), ({ subtotal, shipping, share, isTaxIncluded }, commissionBps) => {
      const tax = ((subtotal + shipping) * BigInt(share)) / 10_000n
      const total = subtotal + shipping + (isTaxIncluded ? 0n : tax)
      const commission = portion(of(subtotal), commissionBps)
      const entries = settlementEntries({
        subtotal: of(subtotal),
        shipping: of(shipping),
        tax: of(tax),
        isTaxIncluded,
        total: of(total),
        commission,
      })
      expect(entries.reduce((sum, entry) => sum + entry.amount.minor, 0n)).toBe(0n)
      const shipped = entries.find(({ account }) => account === "shipping")?.amount.minor ?? 0n
      expect(-shipped).toBeGreaterThanOrEqual(0n)
      expect(-shipped).toBeLessThanOrEqual(shipping)
    }),
  )
})

it("books a plain order as a merchant would", () => {
  const order = {
    subtotal: of(10_000n),
    shipping: of(500n),
    tax: of(1_676n),
    isTaxIncluded: true,
    total: of(10_500n),
    commission: of(250n),
  }
  expect(Object.fromEntries(settlementEntries(order).map(({ account, amount }) => [account, amount.minor]))).toEqual({
    "cash:clearing": 10_500n,
    held: -10_250n,
    receivable: 10_250n,
    revenue: -(10_500n - 1_676n - 420n - 250n),
    shipping: -420n,
    tax: -1_676n,
    "platform:commission": -250n,
  })
})
