import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { lastHour, readBacklog, recentFaults } from "#server/domain/insights/index.ts"
import { minutes, seconds } from "#server/kernel/clock.ts"
import { silentLog } from "#server/kernel/log.ts"
import { everyone, itself, plainView } from "#server/messages/pulse.ts"
import { createPulseBoard } from "#server/live/pulse/pulse-board.ts"
import { createPulseWatch } from "#server/live/pulse/pulse-watch.ts"
import { primeBoard } from "#server/live/pulse/prime-board.ts"
import { createMeter, type Meter } from "#server/platform/pulse/meter.ts"
import { blandMessage } from "#server/platform/pulse/fault-note.ts"
import { startSampler } from "#server/platform/pulse/start-sampler.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { eventually } from "#tests/support/eventually.ts"
import { openWorld } from "#tests/support/open-world.ts"
import { startWorkers } from "#workers/index.ts"
import { createMinuteKeeper } from "#workers/watch/keep-minutes.ts"
import { tellBacklog } from "#workers/watch/tell-backlog.ts"
import { jobsOf } from "#workers/subscriptions.ts"
import { jobGraceMs } from "#server/messages/jobs.ts"

const world = await openWorld()
const { platform, clock } = world
const shop = await world.openTestShop({ name: "Clay & Co" })
const { id } = shop.tenant
await platform.record("test.look", ({ sql }) => sql`update outbox_event set published_at = ${clock.now()}, seq = 1`)

/** A process that only measures. */
function openNode() {
  const meter = createMeter()
  const sampler = startSampler({ platform, meter, log: silentLog, everyMs: 3_600_000 })
  return { meter, sampler }
}

/** A web process that shows what all measured. */
async function openWebNode() {
  const board = createPulseBoard()
  await primeBoard(board, platform)
  return createPulseWatch({ board, platform, frames: { put: () => undefined }, hasListeners: () => false })
}

const tell = (name: string, payload: object, tenantId = id) =>
  platform.record(
    "test.look",
    ({ sql }) => sql`
      insert into outbox_event (tenant_id, id, name, payload, at, seq, published_at)
      select ${tenantId}, 'evt_' || gen_random_uuid(), ${name}, ${JSON.stringify(payload)}::jsonb, ${clock.now()},
        1000 + (select count(*)::int from outbox_event), ${clock.now()}`,
  )

describe("the pulse", () => {
  const nodes: { meter: Meter; sampler: ReturnType<typeof startSampler> }[] = []
  const flush = async () => {
    for (const { sampler } of nodes) await sampler.flush()
    clock.advance(seconds(1))
  }
  beforeAll(() => {
    nodes.push(openNode(), openNode())
  })
  afterAll(async () => {
    for (const { sampler } of nodes) await sampler.close()
  })

  it("is the same on every node, whichever measured it, and survives a restart", async () => {
    const [one, other] = [nodes[0]?.meter, nodes[1]?.meter]
    for (let ms = 1; ms <= 100; ms++) (ms % 2 ? one : other)?.page(id, ms)
    for (let nth = 0; nth < 20; nth++) other?.job(id, 400)
    one?.refusal(id)
    other?.refusal(id)
    const fault = {
      reference: "ref1",
      source: "page" as const,
      place: "storefront",
      message: blandMessage(new Error("broke down")),
    }
    other?.fault(id, fault)
    one?.page(itself, 30)
    const gone = one?.observe(() => [[id, { visitors: 3, sockets: 4 }]])
    other?.observe(() => [[id, { visitors: 2, sockets: 2 }]])
    await tell("order.placed", { totalMinor: "1250", currency: "USD" })
    await tell("order.confirmed", { totalMinor: "1250", currency: "USD" })
    await tell("stock.moved", { free: 0 })
    await tell("stock.moved", { free: 3 })
    await flush()

    const boards = [await openWebNode(), await openWebNode()]
    for (const board of boards) {
      const { shops, page } = await board.page(plainView)
      expect(shops).toHaveLength(1)
      expect(shops[0]).toMatchObject({
        ...{ tenantId: id, name: "Clay & Co", orders: 1, paid: { USD: "1250" }, stockOuts: 1, refusals: 2, faults: 1 },
        ...{ pages: 100, jobs: 20, visitors: 5, sockets: 6 },
      })
      expect(Math.abs((shops[0]?.pagesP95Ms ?? 0) - 95)).toBeLessThanOrEqual(95 * 0.05)
      expect(page.totals).toMatchObject({ orders: 1, pages: 101, visitors: 5 })
      expect((await board.shop(itself))?.shop.pages).toBe(1)
    }

    // One node says goodbye: what stood there stands no more, what was counted stays counted.
    gone?.()
    await flush()
    const later = await boards[0]?.shop(id)
    expect(later?.shop).toMatchObject({ visitors: 2, sockets: 2, refusals: 2, pages: 100 })
    clock.advance(minutes(2))
    await other?.page(id, 5)
    await flush()
    expect((await boards[0]?.shop(id))?.shop).toMatchObject({ visitors: 2, refusals: 0, pages: 1, orders: 0 })
    expect((await recentFaults(platform, id))[0]).toMatchObject({ ...fault, message: "Error: broke down" })
  })

  it("is kept by the minute, the same whoever keeps it and however often", async () => {
    clock.advance(minutes(1) - (clock.now().getTime() % minutes(1)))
    const [one] = nodes
    const [keeper, second] = [createMinuteKeeper(platform), createMinuteKeeper(platform)]
    one?.meter.page(id, 10)
    one?.meter.job(id, 700)
    await tell("order.confirmed", { totalMinor: "100", currency: "EUR" })
    await tell("payment.failed", {})
    await flush()
    await keeper.keep()
    one?.meter.page(id, 80)
    one?.meter.fault(itself, { reference: "r", source: "job", place: "orders.confirm", message: "Error: x" })
    await flush()
    await second.keep()
    await keeper.keep()
    const rows = await lastHour(platform, id)
    expect(rows.at(-1)).toMatchObject({ paid: { EUR: "100" }, failed: 1, pages: 2, jobs: 1, faults: 0, visitors: 2, sockets: 2 })
    expect(Math.abs((rows.at(-1)?.pagesP95Ms ?? 0) - 80)).toBeLessThanOrEqual(4)
    expect((await lastHour(platform, everyone)).at(-1)).toMatchObject({ pages: 2, faults: 1, paid: { EUR: "100" }, visitors: 2 })
    expect((await lastHour(platform, itself)).at(-1)).toMatchObject({ faults: 1, pages: 0 })
  })

  it("lets go of what is too old", async () => {
    const keeper = createMinuteKeeper(platform)
    clock.advance(minutes(121))
    await keeper.prune()
    const left = await platform.read("test.look", async ({ sql }) => [
      ...(await sql`select minute from pulse_minute`),
      ...(await sql`select n from pulse_sample`),
    ])
    expect(left).toEqual([])
    expect(await recentFaults(platform, id)).toHaveLength(1)
  })
})

describe("what waits", () => {
  const ask = (eventId: string, job: string, agoMs: number) =>
    platform.record(
      "test.look",
      ({ sql }) => sql`
        insert into due_job (tenant_id, event_id, job, carrier, asked_at)
        values (${id}, ${eventId}, ${job}, ${eventId}, ${new Date(clock.now().getTime() - agoMs)})`,
    )

  it("is what was asked for and has not ended, but for what is put off or takes its time", async () => {
    await ask("evt_a", "orders.confirm", 12_000)
    await ask("evt_b", "outreach.send-receipt", 3_000)
    await ask("evt_c", "payments.authorize", 3_000)
    await ask("evt_d", "recommendations.train", 200_000)
    const [backlog] = await readBacklog(platform)
    expect(backlog).toMatchObject({ tenantId: id, depth: 2, held: 0 })
    expect(Math.round((backlog?.ageMs ?? 0) / 1_000)).toBe(12)
    clock.advance(seconds(4))
    expect(await readBacklog(platform)).toMatchObject([{ depth: 3 }])
    await platform.record("test.look", ({ sql }) => sql`delete from due_job`)
    expect(await readBacklog(platform)).toEqual([])
  })

  it("gives every job that is put off at least that much time", () => {
    const order = { orderId: "ord_1", paymentId: "pay_1", totalMinor: "1", currency: "USD" }
    for (const { name, afterMs = 0 } of jobsOf({ name: "order.placed", payload: order }))
      expect(jobGraceMs[name] ?? 0).toBeGreaterThanOrEqual(afterMs)
  })

  it("is told by one worker for all, and counts events that nobody has told of", async () => {
    await platform.record(
      "test.look",
      ({ sql }) => sql`
        insert into outbox_event (tenant_id, id, name, payload, at)
        values (${id}, 'evt_untold', 'order.cancelled', '{}', ${new Date(clock.now().getTime() - 5_000)})`,
    )
    await Promise.all([tellBacklog(platform), tellBacklog(platform)])
    await tellBacklog(platform)
    const told = await platform.read("test.look", ({ sql }) => sql`select n from pulse_sample where node = 'backlog'`)
    expect(told).toHaveLength(1)
    const web = await openWebNode()
    expect((await web.shop(id))?.shop).toMatchObject({ queueDepth: 1 })
    expect((await web.page(plainView)).page.workersSilentMs).toBeLessThan(5_000)
  })
})

describe("jobs of a process of their own", () => {
  it("are measured there, and seen by web nodes that run none", async () => {
    // The log was written by hand above: the relay begins with an empty one.
    await platform.record("test.look", ({ sql }) => sql`delete from outbox_event`)
    const { platformUrl, tenancy, ports } = world
    const { meter, sampler } = openNode()
    const workers = await startWorkers({
      ...{ platformDatabaseUrl: platformUrl, redisUrl: undefined, tenancy, platform, ports, clock, meter },
      ...{ bus: createInProcessBus(), log: silentLog },
    })
    const web = await openWebNode()
    await shop.transact(({ emit }) => emit("order.cancelled", { orderId: "ord_none", reason: "expired" }))
    await eventually(async () => {
      await sampler.flush()
      clock.advance(seconds(1))
      return ((await web.shop(id))?.shop.jobs ?? 0) > 0
    })
    expect((await web.shop(id))?.shop.jobsP95Ms).toBeGreaterThan(0)
    await workers.close()
    await sampler.close()
  })
})
