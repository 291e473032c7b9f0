import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { balances } from "#server/domain/ledger/index.ts"
import {
  cancelOrder,
  confirmOrder,
  dueStock,
  expireOrders,
  findOrder,
  type PlacedOrder,
  shipOrder,
  timeToPay,
} from "#server/domain/orders/index.ts"
import { cancelPayment, reportPayment, settlePayment } from "#server/domain/payments/index.ts"
import { present } from "#server/kernel/assert.ts"
import { minutes } from "#server/kernel/clock.ts"
import type { ProviderReport } from "#server/ports/payment-gateway.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"
import { runJobs } from "./run-jobs.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const see = ({ orderId }: PlacedOrder) => findOrder(stall.ctx, orderId, { staff: true })

function pay(order: PlacedOrder): ProviderReport {
  const intent = [...stall.ports.payments.intents.values()].find(({ paymentId }) => paymentId === order.paymentId)
  return stall.ports.payments.advance(present(intent, "intent").providerRef, "succeeded")
}

function decline(order: PlacedOrder): ProviderReport {
  const intent = [...stall.ports.payments.intents.values()].find(({ paymentId }) => paymentId === order.paymentId)
  return stall.ports.payments.advance(present(intent, "intent").providerRef, "requires_payment_method", "insufficient_funds")
}

describe("the life of an order", () => {
  it("goes from placed to paid to shipped, and sells what it held", async () => {
    const variantId = await stall.sell({ onHand: 5, priceMinor: 2_000n })
    const order = await stall.buy([{ variantId, quantity: 2 }])
    const report = pay(order)
    expect(await reportPayment(stall.ctx, report)).toBe(true)
    expect(await reportPayment(stall.ctx, report)).toBe(false)
    await runJobs(stall.ctx)

    expect(await see(order)).toMatchObject({ status: "paid", revision: 2, payment: { status: "settled" } })
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 3, reserved: 0 })
    await expect(cancelOrder(stall.ctx, order.orderId, "shopper")).rejects.toMatchObject({
      code: "orders.wrong-state",
      details: { status: "paid" },
    })

    const { shipmentId } = await shipOrder(stall.ctx, order.orderId, { carrier: "Post", tracking: "T1" })
    expect(await see(order)).toMatchObject({
      status: "shipped",
      revision: 3,
      shipments: [{ id: shipmentId, carrier: "Post", tracking: "T1" }],
    })
    await expect(shipOrder(stall.ctx, order.orderId, { carrier: "Post", tracking: "" })).rejects.toMatchObject({
      code: "orders.wrong-state",
    })
    await expect(shipOrder(stall.ctx, "ord_none", { carrier: "Post", tracking: "" })).rejects.toMatchObject({
      code: "orders.not-found",
    })
  })

  it("lets a declined card be followed by a good one", async () => {
    const variantId = await stall.sell()
    const order = await stall.buy([{ variantId, quantity: 1 }])
    await reportPayment(stall.ctx, decline(order))
    await runJobs(stall.ctx)
    expect(await see(order)).toMatchObject({ status: "placed", payment: { status: "failed", failureCode: "insufficient_funds" } })
    await reportPayment(stall.ctx, pay(order))
    await runJobs(stall.ctx)
    expect(await see(order)).toMatchObject({ status: "paid", payment: { status: "settled", failureCode: "" } })
  })

  it("expires after its time, gives the stock back and tells the provider", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    const order = await stall.buy([{ variantId, quantity: 1 }])
    expect(await expireOrders(stall.ctx)).toBe(0)
    expect((await dueStock(stall.platform)).tenantIds).toEqual([])
    stall.clock.advance(timeToPay)
    expect((await dueStock(stall.platform)).tenantIds).toEqual([stall.ctx.tenant.id])
    expect(await expireOrders(stall.ctx)).toBeGreaterThanOrEqual(1)
    expect(await expireOrders(stall.ctx)).toBe(0)
    await runJobs(stall.ctx)
    expect(await see(order)).toMatchObject({ status: "cancelled", cancelReason: "expired", payment: { status: "cancelled" } })
    expect((await stall.stock(variantId)).free).toBe(1)
    expect([...stall.ports.payments.intents.values()].find(({ paymentId }) => paymentId === order.paymentId)?.status).toBe(
      "canceled",
    )
  })

  it("is paid after all when the money comes late and the goods are still there", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    const order = await stall.buy([{ variantId, quantity: 1 }])
    const report = pay(order)
    stall.clock.advance(timeToPay)
    await expireOrders(stall.ctx)
    await reportPayment(stall.ctx, report)
    await runJobs(stall.ctx)
    expect(await see(order)).toMatchObject({ status: "paid", cancelReason: "" })
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 0, reserved: 0 })
  })

  it("stays cancelled, and says why, when the money comes late and the goods are gone", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    const slow = await stall.buy([{ variantId, quantity: 1 }])
    const report = pay(slow)
    stall.clock.advance(timeToPay)
    await expireOrders(stall.ctx)
    await stall.buy([{ variantId, quantity: 1 }])
    await reportPayment(stall.ctx, report)
    await runJobs(stall.ctx)
    expect(await see(slow)).toMatchObject({ status: "cancelled", cancelReason: "paid-too-late", payment: { status: "settled" } })
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 1, reserved: 1 })
  })

  it("learns from the cancelling call that the money was there", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    const order = await stall.buy([{ variantId, quantity: 1 }])
    pay(order)
    await cancelOrder(stall.ctx, order.orderId, "merchant")
    await cancelPayment(stall.ctx, order.orderId)
    await runJobs(stall.ctx)
    expect(await see(order)).toMatchObject({ status: "cancelled", refunds: [{ reason: "order-cancelled", status: "succeeded" }] })
  })

  it("cannot be given up between settlement and confirmation", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    const order = await stall.buy([{ variantId, quantity: 1 }])
    const report = pay(order)
    await reportPayment(stall.ctx, report)
    await settlePayment(stall.ctx, report.eventId, "evt_settle")
    stall.clock.advance(timeToPay + minutes(1))
    await expireOrders(stall.ctx)
    expect(await see(order)).toMatchObject({ status: "placed", payment: { status: "settled" } })
    await confirmOrder(stall.ctx, { orderId: order.orderId, paymentId: order.paymentId }, "evt_confirm")
    expect(await see(order)).toMatchObject({ status: "paid" })
  })

  it.each(["amount", "currency", "reference"])("does not believe a report of another %s", async (what) => {
    const variantId = await stall.sell()
    const order = await stall.buy([{ variantId, quantity: 1 }])
    const told = pay(order)
    const forged = {
      amount: { ...told, amount: { ...told.amount, minor: told.amount.minor - 1n } },
      currency: { ...told, amount: { ...told.amount, currency: "JPY" } },
      reference: { ...told, providerRef: "pi_other" },
    }[what]
    await reportPayment(stall.ctx, present(forged, "forged report"))
    await expect(settlePayment(stall.ctx, told.eventId, `evt_${what}`)).rejects.toThrow("does not match")
    expect(await see(order)).toMatchObject({ status: "placed", payment: { status: "pending" } })
    // Nothing was noted either: with a true report the same job may run again.
    expect(await stall.ctx.read(({ rows }) => rows.jobReceipt.count({ where: { eventId: `evt_${what}` } }))).toBe(0)
  })

  it("refuses a report of another shop", async () => {
    const other = await stall.openTestShop()
    const variantId = await stall.sell()
    const report = pay(await stall.buy([{ variantId, quantity: 1 }]))
    await expect(reportPayment(other, report)).rejects.toThrow("another tenant")
    await reportPayment(other, { ...report, tenantId: other.tenant.id })
    await expect(settlePayment(other, report.eventId, "evt_other")).rejects.toThrow("payment of the report")
  })

  it("keeps books that sum to zero", async () => {
    const sums = await balances(stall.ctx)
    expect(sums.length).toBeGreaterThan(2)
    expect(sums.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(0n)
  })
})
