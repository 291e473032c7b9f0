import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { balances, position } from "#server/domain/ledger/index.ts"
import { ordersOfPostings, refundOrder } from "#server/domain/orders/index.ts"
import {
  balanceSale,
  beginOnboarding,
  changePayoutTerms,
  checkPayoutAccount,
  dueTransfers,
  listSent,
  mismatches,
  readPayoutAccount,
  reconcile,
  releaseSale,
  reportPayment,
} from "#server/domain/payments/index.ts"
import { present } from "#server/kernel/assert.ts"
import { hours } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { type Money, money } from "#server/kernel/money.ts"
import type { ProviderTransaction } from "#server/ports/payment-gateway.ts"
import { runJobs } from "#tests/domain/orders/run-jobs.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
let account = ""
beforeAll(async () => {
  stall = await openStall()
  await changePayoutTerms(stall.ctx, { heldUntil: "paid", delayDays: 0 })
})
afterAll(() => stall.close())
beforeEach(() => {
  stall.ports.payments.unreachable = false
})

const usd = (minor: bigint) => money(minor, "USD")
const atAccount = () => stall.ports.payments.balances.get(account) ?? 0n
const booked = async (name: string) => (await balances(stall.ctx)).find((balance) => balance.account === name)?.amount.minor ?? 0n

async function openAccount() {
  await beginOnboarding(stall.ctx, { email: "a@mail.test", returnUrl: "http://a.test", refreshUrl: "http://a.test" })
  const { providerRef } = present(await readPayoutAccount(stall.ctx), "account")
  const { accounts } = stall.ports.payments
  accounts.set(providerRef, { ...present(accounts.get(providerRef), "account"), isTransferable: true, arePayoutsEnabled: true })
  await checkPayoutAccount(stall.ctx)
  account = providerRef
}

function move(kind: ProviderTransaction["kind"], subjectId: string, amount: Money, fee = usd(0n)) {
  const at = stall.clock.now()
  const of = { tenantId: stall.ctx.tenant.id, occurredAt: at, availableAt: at }
  stall.ports.payments.transactions.push({ ...of, providerRef: newId("event"), kind, subjectId, amount, fee })
}

async function sale() {
  const order = await stall.buy([{ variantId: await stall.sell({ priceMinor: 10_000n }), quantity: 1 }])
  const intent = [...stall.ports.payments.intents.values()].find(({ paymentId }) => paymentId === order.paymentId)
  const { providerRef, amount } = present(intent, "intent")
  await reportPayment(stall.ctx, stall.ports.payments.advance(providerRef, "succeeded"))
  await runJobs(stall.ctx)
  move("charge", order.paymentId, amount, usd(59n))
  await reconcile(stall.platform)
  return { ...order, amount, part: amount.minor - 250n - 59n }
}

async function released() {
  const sold = await sale()
  await releaseSale(stall.ctx, sold.paymentId)
  await runJobs(stall.ctx)
  return sold
}

const refund = async (orderId: string, minor: bigint) => {
  const plain = { pieces: [], withShipping: false, note: "" }
  await refundOrder(stall.ctx, orderId, { key: newId("refund"), ...plain, amount: usd(minor) })
  await runJobs(stall.ctx)
}

const transfers = () => stall.ctx.read(({ rows }) => rows.transfer.findMany({ include: { reversals: true } }))

it("waits for an account that can be given money, and is then sent by the clock, once", async () => {
  const { paymentId, part } = await released()
  expect(await transfers()).toEqual([])
  await openAccount()
  stall.clock.advance(hours(1))
  expect(await dueTransfers(stall.platform)).toMatchObject([{ paymentIds: [paymentId], transferIds: [] }])
  await Promise.all([1, 2, 3].map(() => balanceSale(stall.ctx, paymentId)))
  await runJobs(stall.ctx)
  expect(atAccount()).toBe(part)
  expect(await position(stall.ctx)).toMatchObject({ available: { minor: 0n } })
  expect(await booked("cash:connected")).toBe(part)
  expect(await dueTransfers(stall.platform)).toEqual([])
})

it("is sent once though the provider was away, under one key", async () => {
  const before = atAccount()
  const sold = await sale()
  await releaseSale(stall.ctx, sold.paymentId)
  await balanceSale(stall.ctx, sold.paymentId)
  stall.ports.payments.lostTransfers = 1
  await expect(runJobs(stall.ctx)).rejects.toThrow("lost")
  expect((await transfers()).filter(({ status }) => status === "requested")).toHaveLength(1)
  stall.clock.advance(hours(30))
  await runJobs(stall.ctx)
  expect(atAccount() - before).toBe(sold.part)
})

it("comes back for what is refunded, in parts and whole, and leaves the fee to be made up for", async () => {
  const before = atAccount()
  const sold = await released()
  await refund(sold.orderId, 1_000n)
  const [one] = (await transfers()).filter(({ paymentId }) => paymentId === sold.paymentId)
  expect(one?.reversals).toMatchObject([{ status: "reversed", amountMinor: one?.reversedMinor }])
  const sent = await listSent(stall.ctx, sold.paymentId)
  expect(sent).toHaveLength(2)
  const orders = await ordersOfPostings(stall.ctx, sent)
  expect(orders.map(({ orderId }) => orderId)).toEqual([sold.orderId, sold.orderId])
  await refund(sold.orderId, sold.amount.minor - 1_000n)
  expect(atAccount()).toBe(before)
  expect(await position(stall.ctx)).toMatchObject({ available: { minor: -59n } })
  const next = await released()
  expect(atAccount() - before).toBe(next.part - 59n)
  expect(await position(stall.ctx)).toMatchObject({ available: { minor: 0n } })
})

it("is carried as a debt where the shop has spent it, and taken out of the next sales", async () => {
  const sold = await released()
  stall.ports.payments.balances.set(account, 0n)
  await refund(sold.orderId, 5_000n)
  const owed = -(await position(stall.ctx)).available.minor
  expect(owed).toBeGreaterThan(4_800n)
  const next = await released()
  expect(atAccount()).toBe(next.part - owed)
  expect(await position(stall.ctx)).toMatchObject({ available: { minor: 0n } })
})

it("finds its one movement at the provider, and so does what came back", async () => {
  for (const { id, status, amountMinor, reversals } of await transfers()) {
    if (status === "sent") move("transfer", id, usd(-amountMinor))
    for (const back of reversals) if (back.status === "reversed") move("reversal", back.id, usd(back.amountMinor))
  }
  const refunds = await stall.ctx.read(({ rows }) => rows.refund.findMany({ where: { status: "succeeded" } }))
  for (const { id, amountMinor } of refunds) move("refund", id, usd(-amountMinor))
  await reconcile(stall.platform)
  stall.clock.advance(hours(1))
  const { mismatches: found, movements, matched } = await mismatches(stall.platform)
  expect(found).toEqual([])
  expect(matched).toBe(movements)
  const names = ["cash:clearing", "platform:commission", "held", "payable"]
  const sums = await Promise.all(names.map(booked))
  expect(sums.reduce((a, b) => a + b, 0n)).toBe(0n)
})
