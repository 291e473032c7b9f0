import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createCategory } from "#server/domain/catalog/index.ts"
import { balances, position } from "#server/domain/ledger/index.ts"
import { refundOrder, shipOrder } from "#server/domain/orders/index.ts"
import { changePayoutTerms, dueReleases, reconcile, releaseSale, reportPayment } from "#server/domain/payments/index.ts"
import { agreeCommission, listCommissionRates } from "#server/domain/pricing/index.ts"
import { choosePlan } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { days } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { money } from "#server/kernel/money.ts"
import { runJobs } from "#tests/domain/orders/run-jobs.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

async function paidOrder(variantId?: string) {
  const order = await stall.buy([{ variantId: variantId ?? (await stall.sell({ priceMinor: 10_000n })), quantity: 1 }])
  const intent = [...stall.ports.payments.intents.values()].find(({ paymentId }) => paymentId === order.paymentId)
  const { providerRef, amount } = present(intent, "intent")
  await reportPayment(stall.ctx, stall.ports.payments.advance(providerRef, "succeeded"))
  await runJobs(stall.ctx)
  return { ...order, amount }
}

/** The provider tells of the charge, whose money is there after two days. */
async function told({ paymentId, amount }: { paymentId: string; amount: ReturnType<typeof money> }) {
  const occurredAt = stall.clock.now()
  const of = { kind: "charge", tenantId: stall.ctx.tenant.id, subjectId: paymentId, amount, fee: money(59n, "USD") } as const
  const availableAt = new Date(occurredAt.getTime() + days(2))
  stall.ports.payments.transactions.push({ providerRef: newId("event"), ...of, occurredAt, availableAt })
  await reconcile(stall.platform)
}

const isDue = async ({ paymentId }: { paymentId: string }) =>
  (await dueReleases(stall.platform)).some((due) => due.paymentId === paymentId)

const booked = async () => Object.fromEntries((await balances(stall.ctx)).map(({ account, amount }) => [account, amount.minor]))

describe("the commission", () => {
  const lineOf = (orderId: string) =>
    stall.ctx.read(({ rows }) => rows.orderLine.findFirst({ where: { orderId }, include: { order: true } }))

  it("is the plan's, or what was agreed for a category, as it was when the order was placed", async () => {
    const { id: tenantId } = stall.ctx.tenant
    const variantId = await stall.sell({ priceMinor: 10_000n })
    const first = await stall.buy([{ variantId, quantity: 1 }])
    await choosePlan(stall.platform, tenantId, "partner")
    const second = await stall.buy([{ variantId, quantity: 1 }])

    const categoryId = await createCategory(stall.ctx, "Books")
    const variant = await stall.ctx.read(({ rows }) => rows.variant.findFirst({ where: { id: variantId } }))
    const id = present(variant, "variant").productId
    await stall.ctx.transact(({ rows }) => rows.product.updateMany({ where: { id }, data: { categoryId } }))
    await agreeCommission(stall.platform, tenantId, { categoryId, commissionBps: 1_000 })
    const third = await stall.buy([{ variantId, quantity: 1 }])
    await agreeCommission(stall.platform, tenantId, { categoryId })
    await choosePlan(stall.platform, tenantId, "standard")

    const frozen = await Promise.all([first, second, third].map(({ orderId }) => lineOf(orderId)))
    expect(frozen.map((line) => line?.commissionBps)).toEqual([250, 100, 1_000])
    expect(frozen.map((line) => line?.order.commissionMinor)).toEqual([250n, 100n, 1_000n])
    expect(await listCommissionRates(stall.platform, tenantId)).toEqual([{ categoryId, category: "Books", commissionBps: null }])
  })

  it("is not the shop's to change", async () => {
    const own = stall.ctx.transact(
      ({ sql, tenantId }) => sql`update commission_override set commission_bps = 0 where tenant_id = ${tenantId}`,
    )
    await expect(own).rejects.toThrow("permission denied")
  })
})

describe("a sale", () => {
  it("is held until it was sent and its days are over, and then payable, once", async () => {
    const sale = await paidOrder()
    await told(sale)
    const part = sale.amount.minor - 250n - 59n
    expect(await position(stall.ctx)).toMatchObject({ pending: { minor: part }, available: { minor: 0n } })
    stall.clock.advance(days(3))
    expect(await isDue(sale)).toBe(false)
    await shipOrder(stall.ctx, sale.orderId, { carrier: "Post", tracking: "" })
    expect(await isDue(sale)).toBe(false)
    stall.clock.advance(days(2))
    expect(await isDue(sale)).toBe(true)

    await Promise.all([releaseSale(stall.ctx, sale.paymentId), releaseSale(stall.ctx, sale.paymentId)])
    expect(await isDue(sale)).toBe(false)
    expect(await position(stall.ctx)).toMatchObject({ pending: { minor: 0n }, available: { minor: part } })
  })

  it("follows the shop's own terms, but waits for the provider's money", async () => {
    await changePayoutTerms(stall.ctx, { heldUntil: "paid", delayDays: 0 })
    const sale = await paidOrder()
    expect(await isDue(sale)).toBe(false)
    await told(sale)
    expect(await isDue(sale)).toBe(false)
    stall.clock.advance(days(2))
    expect(await isDue(sale)).toBe(true)
    await releaseSale(stall.ctx, sale.paymentId)
  })

  it("gives a refund from where its part lies, and leaves nothing but the fee", async () => {
    const [early, late] = [await paidOrder(), await paidOrder()]
    for (const sale of [early, late]) await told(sale)
    const wish = (amount: bigint) => ({
      key: newId("refund"),
      pieces: [],
      withShipping: false,
      note: "",
      amount: money(amount, "USD"),
    })
    const before = await booked()
    await refundOrder(stall.ctx, early.orderId, wish(1_000n))
    await releaseSale(stall.ctx, late.paymentId)
    await refundOrder(stall.ctx, late.orderId, wish(late.amount.minor))
    await runJobs(stall.ctx)
    const after = await booked()
    expect((after["held"] ?? 0n) - (before["held"] ?? 0n)).toBeGreaterThan(late.amount.minor - 250n - 59n)
    expect((after["payable"] ?? 0n) - (before["payable"] ?? 0n)).toBe(59n)
    const { "cash:clearing": cash = 0n, "platform:commission": commission = 0n, held = 0n, payable = 0n, receivable = 0n } = after
    expect(cash + commission + held + payable).toBe(0n)
    expect(receivable + held + payable).toBe(0n)
  })
})
