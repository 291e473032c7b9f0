import fc from "fast-check"
import { afterAll, beforeAll, expect, it } from "vitest"
import { balances } from "#server/domain/ledger/index.ts"
import { cancelOrder, expireOrders, findOrder, type PlacedOrder, timeToPay } from "#server/domain/orders/index.ts"
import { checkPayment, reportPayment } from "#server/domain/payments/index.ts"
import { present } from "#server/kernel/assert.ts"
import { isRefusal } from "#server/messages/refusals.ts"
import type { ProviderReport } from "#server/ports/payment-gateway.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"
import { pendingJobs } from "./run-jobs.ts"

let stall: Stall
const handled = new Set<string>()
beforeAll(async () => {
  stall = await openStall()
})
afterAll(() => stall.close())

const steps = ["pay", "decline", "repeat", "return", "cancel", "expire", "rival", "job", "job", "job-again"] as const
type Step = (typeof steps)[number]

/** One order, its provider, and a rival who wants the same piece. */
interface Scene {
  readonly order: PlacedOrder
  readonly variantId: string
  readonly ref: string
  readonly openedAt: Date
  readonly reports: ProviderReport[]
  isPaid: boolean
}

async function open(): Promise<Scene> {
  const openedAt = stall.clock.now()
  const variantId = await stall.sell({ onHand: 1 })
  const order = await stall.buy([{ variantId, quantity: 1 }])
  const intent = [...stall.ports.payments.intents.values()].find(({ paymentId }) => paymentId === order.paymentId)
  return { order, variantId, ref: present(intent, "intent").providerRef, openedAt, reports: [], isPaid: false }
}

async function act(scene: Scene, step: Step, pick: number): Promise<void> {
  const { ctx, ports } = stall
  const isOver = scene.isPaid || ports.payments.intents.get(scene.ref)?.status === "canceled"
  if (step === "pay" && !isOver) {
    scene.isPaid = true
    scene.reports.push(ports.payments.advance(scene.ref, "succeeded"))
  } else if (step === "decline" && !isOver) {
    scene.reports.push(ports.payments.advance(scene.ref, "requires_payment_method", "generic_decline"))
  } else if (step === "repeat") {
    const report = scene.reports[pick % Math.max(1, scene.reports.length)]
    if (report) await reportPayment(ctx, report)
  } else if (step === "return") await checkPayment(ctx, scene.order.orderId)
  else if (step === "cancel") await cancelOrder(ctx, scene.order.orderId, "shopper")
  else if (step === "expire") {
    stall.clock.advance(timeToPay)
    await expireOrders(ctx)
  } else if (step === "rival") await stall.buy([{ variantId: scene.variantId, quantity: 1 }])
  else if (step === "job" || step === "job-again") await runOne(scene, pick, step === "job")
}

/** Any pending job, not the oldest. Without `forget` it stays pending: it will run again. */
async function runOne({ openedAt }: Scene, pick: number, forget: boolean): Promise<void> {
  const jobs = await pendingJobs(stall.ctx, handled, openedAt)
  const job = jobs[pick % Math.max(1, jobs.length)]
  if (!job) return
  await job.run()
  if (forget) handled.add(job.eventId)
}

async function settle(scene: Scene): Promise<void> {
  for (const report of scene.reports) await reportPayment(stall.ctx, report)
  while ((await pendingJobs(stall.ctx, handled, scene.openedAt)).length > 0) await runOne(scene, 0, true)
}

async function check(scene: Scene): Promise<void> {
  const order = await findOrder(stall.ctx, scene.order.orderId, { staff: true })
  if (scene.isPaid) {
    const isKept = order.status === "paid"
    expect([order.status, order.cancelReason]).toEqual(
      isKept ? ["paid", ""] : ["cancelled", order.cancelReason === "shopper" ? "shopper" : "paid-too-late"],
    )
    // Either the goods or the money back, and that once.
    const back = order.refunds.map(({ status, amount }) => [status, amount.minor])
    expect(back).toEqual(isKept ? [] : [["succeeded", order.total.minor]])
  } else expect([order.status === "placed" || order.status === "cancelled", order.refunds]).toEqual([true, []])
  expect(order.payment?.status === "settled").toBe(scene.isPaid)

  const rows = await stall.ctx.read(({ rows }) => rows.reservation.findMany({ where: { variantId: scene.variantId } }))
  const [held, sold] = ["held", "consumed"].map((status) => rows.filter((row) => row.status === status).length)
  expect(await stall.stock(scene.variantId)).toMatchObject({ onHand: 1 - (sold ?? 0), reserved: held })
  const mine = rows.find(({ orderId }) => orderId === order.id)?.status
  expect(mine).toBe(
    { placed: "held", paid: "consumed", cancelled: "released", shipped: "consumed", refunded: "consumed" }[order.status],
  )
}

/** A step may be refused, that is business; a fault may not happen. */
async function tolerating(run: Promise<void>): Promise<void> {
  await run.catch((error: unknown) => {
    if (!isRefusal(error)) throw error
  })
}

it("ends in a legal state, whatever happens in whatever order, twice or at once", { timeout: 120_000 }, async () => {
  const step = fc.tuple(fc.constantFrom(...steps), fc.nat(5))
  let paid = 0n
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), async (rounds) => {
      const scene = await open()
      // The steps of a round happen at the same time.
      for (const round of rounds) await Promise.all(round.map(([name, pick]) => tolerating(act(scene, name, pick))))
      await settle(scene)
      await check(scene)
      const { total, status } = await findOrder(stall.ctx, scene.order.orderId, { staff: true })
      if (scene.isPaid && status === "paid") paid += total.minor
    }),
    { numRuns: 30, endOnFailure: true },
  )
  const books = await balances(stall.ctx)
  expect(books.find(({ account }) => account === "cash:clearing")?.amount.minor ?? 0n).toBe(paid)
  expect(books.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(0n)
})
