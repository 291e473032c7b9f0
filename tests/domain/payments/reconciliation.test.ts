import { afterAll, beforeAll, expect, it } from "vitest"
import { balances, listPostings } from "#server/domain/ledger/index.ts"
import { mismatches, reconcile, reportPayment } from "#server/domain/payments/index.ts"
import { present } from "#server/kernel/assert.ts"
import { hours } from "#server/kernel/clock.ts"
import { type Money, money } from "#server/kernel/money.ts"
import type { ProviderTransaction } from "#server/ports/payment-gateway.ts"
import { runJobs } from "#tests/domain/orders/run-jobs.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"

let stall: Stall
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

async function paidOrder() {
  const order = await stall.buy([{ variantId: await stall.sell(), quantity: 1 }])
  const intent = [...stall.ports.payments.intents.values()].find(({ paymentId }) => paymentId === order.paymentId)
  const { providerRef, amount } = present(intent, "intent")
  await reportPayment(stall.ctx, stall.ports.payments.advance(providerRef, "succeeded"))
  await runJobs(stall.ctx)
  return { ...order, amount }
}

let count = 0
function move(subjectId: string, amount: Money, change: Partial<ProviderTransaction> = {}): ProviderTransaction {
  const occurredAt = stall.clock.now()
  const fee = money(amount.minor > 0n ? 59n : 0n, amount.currency)
  const moved = { providerRef: `txn_${++count}`, kind: "charge", tenantId: stall.ctx.tenant.id, subjectId, amount, fee } as const
  const transaction = { ...moved, occurredAt, availableAt: occurredAt, ...change }
  stall.ports.payments.transactions.push(transaction)
  return transaction
}

it("finds each movement's one posting, books what the provider kept, and does so once", async () => {
  const order = await paidOrder()
  const { providerRef } = move(order.paymentId, order.amount)
  expect(await reconcile(stall.platform)).toEqual({ seen: 1, matched: 1 })
  expect(await reconcile(stall.platform)).toEqual({ seen: 0, matched: 0 })
  await Promise.all([reconcile(stall.platform), reconcile(stall.platform)])
  const { postings } = await listPostings(stall.ctx, { references: [providerRef] })
  expect(postings).toMatchObject([{ kind: "provider.fee" }])
  const books = await balances(stall.ctx)
  expect(books.find(({ account }) => account === "fees")?.amount.minor).toBe(59n)
  expect(books.find(({ account }) => account === "cash:clearing")?.amount.minor).toBe(order.amount.minor - 59n)
})

it("lists what does not match: another amount, nothing booked, nothing moved, nobody's", async () => {
  const [silent, short] = [await paidOrder(), await paidOrder()]
  const wrong = move(short.paymentId, money(short.amount.minor - 1n, "USD"))
  const twice = [move("pay_unknown", money(5n, "USD")), move("", money(7n, "USD"), { tenantId: "ten_gone", kind: "other" })]
  await reconcile(stall.platform)
  expect((await mismatches(stall.platform)).mismatches).toEqual([])

  stall.clock.advance(hours(1))
  const { movements, matched, mismatches: found } = await mismatches(stall.platform)
  expect(movements - matched).toBe(3)
  const told = found.map(({ kind, reference }) => `${kind} ${reference}`).sort()
  expect(told).toEqual(
    [
      `foreign ${twice[1]?.providerRef}`,
      `no-movement ${short.paymentId}`,
      `no-movement ${silent.paymentId}`,
      `no-posting ${twice[0]?.providerRef}`,
      `no-posting ${wrong.providerRef}`,
    ].sort(),
  )
  move(silent.paymentId, silent.amount)
  await reconcile(stall.platform)
  expect((await mismatches(stall.platform)).mismatches.map(({ reference }) => reference)).not.toContain(silent.paymentId)
})

it("gives a posting to one movement only", async () => {
  const order = await paidOrder()
  for (const _ of [1, 2]) move(order.paymentId, order.amount)
  expect((await reconcile(stall.platform)).matched).toBe(1)
})
