import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { balances, listPostings } from "#server/domain/ledger/index.ts"
import {
  cancelOrder,
  confirmOrder,
  expireOrders,
  findOrder,
  type PlacedOrder,
  refundOrder,
  type RefundRequest,
  shipOrder,
  timeToPay,
} from "#server/domain/orders/index.ts"
import { checkRefunds, dueRefunds, reportPayment, sendRefund } from "#server/domain/payments/index.ts"
import { sendRefundNotice } from "#server/domain/outreach/index.ts"
import { present } from "#server/kernel/assert.ts"
import { hours, minutes } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { money } from "#server/kernel/money.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"
import { runJobs } from "./run-jobs.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const see = ({ orderId }: PlacedOrder) => findOrder(stall.ctx, orderId, { staff: true })
const intentOf = ({ paymentId }: PlacedOrder) =>
  present(
    [...stall.ports.payments.intents.values()].find((intent) => intent.paymentId === paymentId),
    "intent",
  ).providerRef
const pay = (order: PlacedOrder) => stall.ports.payments.advance(intentOf(order), "succeeded")

async function paidOrder(quantity = 3, priceMinor = 1_000n) {
  const variantId = await stall.sell({ onHand: 10, priceMinor })
  const order = await stall.buy([{ variantId, quantity }])
  await reportPayment(stall.ctx, pay(order))
  await runJobs(stall.ctx)
  return { order, variantId, view: await see(order) }
}

const wish = (change: Partial<RefundRequest> = {}): RefundRequest => ({
  key: newId("refund"),
  pieces: [],
  withShipping: false,
  note: "",
  ...change,
})
const all = (lineId: string, quantity: number, restock = false) => ({ pieces: [{ lineId, quantity, restock }] })
const usd = (minor: bigint) => money(minor, "USD")
const bookedFor = async (ids: readonly string[]) => {
  const { postings } = await listPostings(stall.ctx, { references: ids })
  const sums = new Map<string, bigint>()
  for (const { entries } of postings)
    for (const { account, amount } of entries) sums.set(account, (sums.get(account) ?? 0n) + amount.minor)
  return sums
}

describe("a refund", () => {
  it("of one piece goes back, is booked, restocked, told and shown", async () => {
    const { order, variantId, view } = await paidOrder()
    const lineId = present(view.lines[0], "line").id
    const { refundId } = await refundOrder(
      stall.ctx,
      order.orderId,
      wish({ ...all(lineId, 1, true), note: "A chip in the glaze" }),
    )
    expect((await see(order)).refunds).toMatchObject([{ id: refundId, status: "requested", amount: usd(1_070n) }])
    await runJobs(stall.ctx)

    const after = await see(order)
    expect(after).toMatchObject({ status: "paid", payment: { refunded: usd(1_070n) }, lines: [{ refundedQuantity: 1 }] })
    expect(after.refunds).toMatchObject([{ status: "succeeded", reason: "merchant", note: "A chip in the glaze" }])
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 8, free: 8 })
    expect(stall.ports.payments.refunds.get(intentOf(order))).toMatchObject([{ refundId, amount: usd(1_070n) }])

    const booked = await bookedFor([refundId])
    expect(booked.get("cash:clearing")).toBe(-1_070n)
    expect(booked.get("platform:commission")).toBeGreaterThan(0n)
    expect([...booked.values()].reduce((a, b) => a + b, 0n)).toBe(0n)

    for (const _ of [1, 2]) await sendRefundNotice(stall.ctx, { orderId: order.orderId, refundId }, "evt_refund")
    const mails = stall.ports.mail.sent.filter(({ key }) => key.includes("evt_refund"))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain("$10.70")
    expect(mails[0]?.text).toContain("A chip in the glaze")
  })

  it("of everything takes back exactly what was booked, and closes the order", async () => {
    const { order, view } = await paidOrder(3, 1_001n)
    const lineId = present(view.lines[0], "line").id
    for (const _ of [1, 2]) await refundOrder(stall.ctx, order.orderId, wish(all(lineId, 1)))
    await refundOrder(stall.ctx, order.orderId, wish({ ...all(lineId, 1), withShipping: true }))
    await runJobs(stall.ctx)
    const after = await see(order)
    expect(after).toMatchObject({ status: "refunded", payment: { refunded: view.total }, lines: [{ refundedQuantity: 3 }] })
    const books = await bookedFor([order.paymentId, ...after.refunds.map(({ id }) => id)])
    expect((books.get("revenue") ?? 0n) + (books.get("refunds") ?? 0n)).toBe(0n)
    for (const [account, sum] of books)
      if (account !== "revenue" && account !== "refunds") expect([account, sum]).toEqual([account, 0n])
    await expect(refundOrder(stall.ctx, order.orderId, wish({ amount: usd(1n) }))).rejects.toMatchObject({
      code: "orders.wrong-state",
    })
  })

  it("sent twice, also at once, is one", async () => {
    const { order } = await paidOrder()
    const twice = wish({ amount: usd(500n) })
    const both = await Promise.all([1, 2, 3].map(() => refundOrder(stall.ctx, order.orderId, twice)))
    expect(new Set(both.map(({ refundId }) => refundId)).size).toBe(1)
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect((await see(order)).payment?.refunded).toEqual(usd(500n))
  })

  it("is refused above the rest, also when many ask at once", async () => {
    const { order, view } = await paidOrder()
    const most = view.total.minor
    const asked = Array.from({ length: 5 }, () => refundOrder(stall.ctx, order.orderId, wish({ amount: usd(most / 2n + 1n) })))
    const settled = await Promise.allSettled(asked)
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const outcome of settled)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "payments.refund-too-much" })
  })

  it.each([
    ["another currency", () => wish({ amount: money(100n, "EUR") }), "payments.refund-currency"],
    ["nothing", () => wish(), "payments.refund-too-much"],
    ["less than nothing", () => wish({ amount: usd(-5n) }), "payments.refund-too-much"],
  ])("of %s is refused", async (_what, make, code) => {
    const { order } = await paidOrder(1)
    await expect(refundOrder(stall.ctx, order.orderId, make())).rejects.toMatchObject({ code })
    expect((await see(order)).refunds).toEqual([])
  })

  it("of more pieces than were bought, or of an unpaid order, is refused", async () => {
    const { order, view } = await paidOrder(1)
    const lineId = present(view.lines[0], "line").id
    await expect(refundOrder(stall.ctx, order.orderId, wish(all(lineId, 2)))).rejects.toMatchObject({
      code: "orders.refund-pieces",
    })
    await expect(refundOrder(stall.ctx, order.orderId, wish(all(lineId, -1)))).rejects.toMatchObject({
      code: "orders.refund-pieces",
    })
    const open = await stall.buy([{ variantId: await stall.sell(), quantity: 1 }])
    await expect(refundOrder(stall.ctx, open.orderId, wish({ amount: usd(1n) }))).rejects.toMatchObject({
      code: "orders.wrong-state",
    })
    await expect(refundOrder(stall.ctx, "ord_none", wish())).rejects.toMatchObject({ code: "orders.not-found" })
  })

  it("cannot be overtaken by a parcel", async () => {
    const { order, view } = await paidOrder(1)
    const lineId = present(view.lines[0], "line").id
    await refundOrder(stall.ctx, order.orderId, wish(all(lineId, 1)))
    await expect(shipOrder(stall.ctx, order.orderId, { carrier: "Post", tracking: "" })).rejects.toMatchObject({
      code: "orders.wrong-state",
    })
  })
})

describe("a provider that", () => {
  it("refuses sets the amount and the pieces free again", async () => {
    const { order, view } = await paidOrder()
    stall.ports.payments.refundOutcome = "rejected"
    await refundOrder(stall.ctx, order.orderId, wish(all(present(view.lines[0], "line").id, 2)))
    await runJobs(stall.ctx)
    stall.ports.payments.refundOutcome = "succeeded"
    expect(await see(order)).toMatchObject({
      status: "paid",
      payment: { refunded: usd(0n) },
      lines: [{ refundedQuantity: 0 }],
      refunds: [{ status: "failed", failureCode: "amount_too_large" }],
    })
  })

  it("loses its answer is asked again under the same key, and pays once", async () => {
    const { order } = await paidOrder()
    const { refundId } = await refundOrder(stall.ctx, order.orderId, wish({ amount: usd(700n) }))
    stall.ports.payments.refundOutcome = "lost"
    await expect(sendRefund(stall.ctx, refundId)).rejects.toThrow("lost")
    stall.ports.payments.refundOutcome = "succeeded"
    await runJobs(stall.ctx)
    expect(stall.ports.payments.refunds.get(intentOf(order))).toHaveLength(1)
    expect((await see(order)).refunds).toMatchObject([{ status: "succeeded" }])
  })

  it("was away for more than a day is not asked under a key that it may have forgotten", async () => {
    const { order } = await paidOrder()
    const { refundId } = await refundOrder(stall.ctx, order.orderId, wish({ amount: usd(700n) }))
    stall.ports.payments.refundOutcome = "lost"
    await expect(sendRefund(stall.ctx, refundId)).rejects.toThrow("lost")
    stall.ports.payments.refundOutcome = "succeeded"
    stall.clock.advance(hours(25))
    expect(await dueRefunds(stall.platform)).toContainEqual({ tenantId: stall.ctx.tenant.id, refundId })
    await sendRefund(stall.ctx, refundId)
    expect(stall.ports.payments.refunds.get(intentOf(order))).toHaveLength(1)
    expect((await see(order)).refunds).toMatchObject([{ status: "succeeded" }])

    const late = await refundOrder(stall.ctx, order.orderId, wish({ amount: usd(100n) }))
    stall.clock.advance(hours(25))
    await runJobs(stall.ctx)
    expect((await see(order)).refunds.find(({ id }) => id === late.refundId)).toMatchObject({ status: "succeeded" })
  })

  it("takes its time, and then the bank sends it back: the books say so", async () => {
    const { order } = await paidOrder()
    const before = await balances(stall.ctx)
    stall.ports.payments.refundOutcome = "pending"
    const { refundId } = await refundOrder(stall.ctx, order.orderId, wish({ amount: usd(900n) }))
    await runJobs(stall.ctx)
    stall.ports.payments.refundOutcome = "succeeded"
    expect((await see(order)).refunds).toMatchObject([{ status: "pending" }])
    const made = present(stall.ports.payments.refunds.get(intentOf(order))?.[0], "refund")
    for (const status of ["succeeded", "succeeded", "failed", "succeeded"] as const) {
      stall.ports.payments.putRefund(intentOf(order), { ...made, status, failureCode: "lost_or_stolen_card" })
      await checkRefunds(stall.ctx, order.paymentId)
    }
    expect(await see(order)).toMatchObject({ refunds: [{ status: "failed" }], payment: { refunded: usd(0n) } })
    expect((await bookedFor([refundId])).get("cash:clearing")).toBe(0n)
    expect(await balances(stall.ctx)).toEqual(before)
  })

  it("made a refund in its own pages is believed, once", async () => {
    const { order, view } = await paidOrder()
    const foreign = {
      providerRef: `re_foreign_${order.orderId}`,
      refundId: undefined,
      status: "succeeded",
      amount: view.total,
    } as const
    stall.ports.payments.putRefund(intentOf(order), foreign)
    const { about: _, ...told } = pay(order)
    const news = { ...told, about: "refunds", type: "charge.refunded", eventId: `evt_${order.orderId}` } as const
    await reportPayment(stall.ctx, news)
    await Promise.all([checkRefunds(stall.ctx, order.paymentId), checkRefunds(stall.ctx, order.paymentId)])
    await runJobs(stall.ctx)
    expect(await see(order)).toMatchObject({ status: "refunded", refunds: [{ reason: "provider", status: "succeeded" }] })
  })
})

describe("money that comes too late", () => {
  it("goes back with an apology when the goods are gone", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    const slow = await stall.buy([{ variantId, quantity: 1 }])
    const report = pay(slow)
    stall.clock.advance(timeToPay)
    await expireOrders(stall.ctx)
    await stall.buy([{ variantId, quantity: 1 }])
    await reportPayment(stall.ctx, report)
    await runJobs(stall.ctx)
    const after = await see(slow)
    expect(after).toMatchObject({ status: "cancelled", cancelReason: "paid-too-late", payment: { status: "settled" } })
    expect(after.refunds).toMatchObject([{ reason: "paid-too-late", status: "succeeded", amount: after.total }])
    await sendRefundNotice(stall.ctx, { orderId: slow.orderId, refundId: after.refunds[0]?.id ?? "" }, "evt_late")
    expect(stall.ports.mail.sent.find(({ key }) => key.includes("evt_late"))?.text).toContain("We are sorry")
  })

  it("goes back when somebody had cancelled, though the goods are there", async () => {
    const variantId = await stall.sell({ onHand: 1 })
    const order = await stall.buy([{ variantId, quantity: 1 }])
    const report = pay(order)
    await cancelOrder(stall.ctx, order.orderId, "shopper")
    await reportPayment(stall.ctx, report)
    await runJobs(stall.ctx)
    expect(await see(order)).toMatchObject({
      status: "cancelled",
      cancelReason: "shopper",
      refunds: [{ reason: "order-cancelled", status: "succeeded" }],
    })
    expect((await stall.stock(variantId)).free).toBe(1)
  })
})

it("needs no provider for an order that costs nothing", async () => {
  await stall.ctx.transact(({ rows }) => rows.shippingMethod.updateMany({ data: { priceMinor: 0n } }))
  const variantId = await stall.sell({ onHand: 2, priceMinor: 0n })
  const order = await stall.buy([{ variantId, quantity: 1 }])
  expect(stall.ports.payments.requests.some(({ orderId }) => orderId === order.orderId)).toBe(false)
  await runJobs(stall.ctx)
  expect(await see(order)).toMatchObject({ status: "paid", total: { minor: 0n }, payment: { status: "settled" } })
  await confirmOrder(stall.ctx, order, "evt_again")
  stall.clock.advance(minutes(30))
  await expireOrders(stall.ctx)
  expect((await see(order)).status).toBe("paid")
})

it("takes back a sale exactly, in any cuts", { timeout: 60_000 }, async () => {
  const cut = fc.bigInt({ min: 1n, max: 900n })
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { maxLength: 4 }), fc.bigInt({ min: 1n, max: 999n }), async (cuts, price) => {
      const { order, view } = await paidOrder(2, price)
      let rest = view.total.minor
      for (const minor of cuts) {
        if (minor >= rest) break
        rest -= minor
        await refundOrder(stall.ctx, order.orderId, wish({ amount: usd(minor) }))
      }
      await refundOrder(stall.ctx, order.orderId, wish({ amount: usd(rest) }))
      await runJobs(stall.ctx)
      const after = await see(order)
      expect(after.status).toBe("refunded")
      const books = await bookedFor([order.paymentId, ...after.refunds.map(({ id }) => id)])
      const revenue = (books.get("revenue") ?? 0n) + (books.get("refunds") ?? 0n)
      for (const name of ["cash:clearing", "tax", "shipping", "platform:commission"]) expect(books.get(name) ?? 0n).toBe(0n)
      expect(revenue).toBe(0n)
    }),
    { numRuns: 8 },
  )
})
