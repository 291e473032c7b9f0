import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { findOrder, shipOrder } from "#server/domain/orders/index.ts"
import { reportPayment } from "#server/domain/payments/index.ts"
import { balances } from "#server/domain/ledger/index.ts"
import { present } from "#server/kernel/assert.ts"
import { minutes } from "#server/kernel/clock.ts"
import { silentLog } from "#server/kernel/log.ts"
import type { JobEnvelope, JobName } from "#server/messages/jobs.ts"
import { openQueueBackend } from "#server/platform/bullmq/open-queue-backend.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { eventually } from "#tests/support/eventually.ts"
import { testRedisUrl } from "#tests/support/redis-url.ts"
import { openStall, type Stall } from "#tests/support/stall.ts"
import { handlers } from "#workers/handlers/handlers.ts"
import { dispatch } from "#workers/handlers/dispatch.ts"
import { startWorkers, type Workers } from "#workers/index.ts"
import { batchOf } from "#workers/runtime/batch.ts"
import { openWorkers } from "#workers/runtime/open-workers.ts"
import type { RunEnvelope } from "#workers/runtime/run-job.ts"
import { jobsOf } from "#workers/subscriptions.ts"
import { isEventName } from "#server/messages/events.ts"
import { readEvent } from "#server/messages/read-event.ts"

const testRedis = testRedisUrl(1)

describe.each([["PostgreSQL", undefined], ...(testRedis ? [["Redis", testRedis] as const] : [])] as const)(
  "the workers, with queues on %s",
  (_, redisUrl) => {
    let stall: Stall
    let workers: Workers | undefined
    beforeEach(async () => {
      stall = await openStall()
    })
    afterEach(async () => {
      await workers?.close()
      workers = undefined
      await stall.close()
    })

    const start = async () => {
      const { platform, platformUrl, tenancy, ports, clock } = stall
      const bus = createInProcessBus()
      workers = await startWorkers({
        platformDatabaseUrl: platformUrl,
        redisUrl,
        tenancy,
        platform,
        ports,
        clock,
        bus,
        log: silentLog,
      })
    }
    const statusOf = async (orderId: string) => (await findOrder(stall.ctx, orderId, { staff: true })).status
    const pay = (paymentId: string) => {
      const intent = [...stall.ports.payments.intents.values()].find((held) => held.paymentId === paymentId)
      return stall.ports.payments.advance(present(intent, "intent").providerRef, "succeeded")
    }

    it("carry an order from payment to receipt and shipping notice", async () => {
      const variantId = await stall.sell({ onHand: 3 })
      await start()
      const order = await stall.buy([{ variantId, quantity: 1 }])
      await eventually(() => [...stall.ports.payments.intents.values()].some((intent) => intent.paymentId === order.paymentId))
      await reportPayment(stall.ctx, pay(order.paymentId))
      await eventually(async () => (await statusOf(order.orderId)) === "paid")
      await eventually(() => stall.ports.mail.sent.length === 1)
      await shipOrder(stall.ctx, order.orderId, { carrier: "Post", tracking: "" })
      await eventually(() => stall.ports.mail.sent.length === 2)
      expect(await stall.stock(variantId)).toMatchObject({ onHand: 2, reserved: 0 })
    })

    it("give up an order whose time is over, and its stock is free again", async () => {
      const variantId = await stall.sell({ onHand: 1 })
      const order = await stall.buy([{ variantId, quantity: 1 }])
      await start()
      stall.clock.advance(minutes(31))
      await eventually(async () => (await statusOf(order.orderId)) === "cancelled")
      expect(await stall.stock(variantId)).toMatchObject({ free: 1, reserved: 0 })
    })

    it("drop a job that is asked for again while it waits", async () => {
      const ran: string[] = []
      const backend = await openQueueBackend({ redisUrl, databaseUrl: stall.platformUrl, workers: 5 }, () => undefined)
      const envelope: JobEnvelope = {
        job: "outreach.send-receipt",
        tenantId: stall.ctx.tenant.id,
        eventId: `evt_${Date.now()}`,
        payload: { orderId: "ord_1" },
      }
      const other: JobEnvelope = { ...envelope, eventId: `${envelope.eventId}b` }
      await backend.add([batchOf("outreach", [envelope])])
      await backend.add([batchOf("outreach", [envelope]), batchOf("outreach", [other])])
      const run: RunEnvelope = async (_name, { eventId }) => void ran.push(eventId)
      const opened = openWorkers({ backend, run, ended: async () => undefined, log: silentLog })
      await eventually(() => ran.includes(other.eventId))
      await Promise.all(opened.map((worker) => worker.close()))
      await backend.close()
      // Jobs of a shop of another test may still lie in a queue that both share.
      expect(ran.filter((id) => id.startsWith(envelope.eventId))).toEqual([envelope.eventId, other.eventId])
    })
  },
)

describe("every handler", () => {
  it("changes nothing when its job comes again", async () => {
    const stall = await openStall()
    const variantId = await stall.sell({ onHand: 3, priceMinor: 2_500n })
    const order = await stall.buy([{ variantId, quantity: 2 }])
    const done = new Set<string>()
    const ran = new Set<JobName>()

    const runAll = async (times: number) => {
      for (;;) {
        const rows = await stall.ctx.read((reading) => reading.rows.outboxEvent.findMany({ orderBy: { id: "asc" } }))
        const fresh = rows.filter((row) => !done.has(row.id) && isEventName(row.name))
        if (fresh.length === 0) return
        for (const row of fresh) {
          done.add(row.id)
          const event = present(readEvent({ ...row, eventId: row.id }), "event")
          for (const job of jobsOf(event)) {
            ran.add(job.name)
            const envelope = { job: job.name, tenantId: row.tenantId, eventId: row.id, payload: job.payload }
            for (let i = 0; i < times; i++) await dispatch(handlers, job.name, stall.ctx, envelope)
          }
        }
      }
    }
    await runAll(2)
    const intent = [...stall.ports.payments.intents.values()].find((held) => held.paymentId === order.paymentId)
    await reportPayment(stall.ctx, stall.ports.payments.advance(present(intent, "intent").providerRef, "succeeded"))
    await runAll(3)
    await shipOrder(stall.ctx, order.orderId, { carrier: "Post", tracking: "" })
    await runAll(3)

    expect([...ran].sort()).toEqual(
      expect.arrayContaining(["insights.record-purchase", "orders.confirm", "outreach.send-receipt", "payments.settle"]),
    )
    expect(await stall.stock(variantId)).toMatchObject({ onHand: 1, reserved: 0 })
    expect(stall.ports.mail.sent).toHaveLength(2)
    const purchases = await stall.ctx.read(({ rows }) => rows.signal.count({ where: { kind: "purchase" } }))
    expect(purchases).toBe(1)
    const postings = await stall.ctx.read(({ rows }) => rows.posting.findMany())
    expect(new Set(postings.map(({ kind, reference }) => `${kind} ${reference}`)).size).toBe(postings.length)
    expect((await balances(stall.ctx)).reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(0n)
    await stall.close()
  })
})
