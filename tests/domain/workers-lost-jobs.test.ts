import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { type OutboxLog, openOutboxLog } from "#prisma/outbox-log.ts"
import { type OpenDueJobs, openDueJobs } from "#prisma/outbox-jobs.ts"
import { seconds } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { silentLog } from "#server/kernel/log.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"
import { type EventLog, openEventLog } from "#tests/support/event-log.ts"
import { eventually } from "#tests/support/eventually.ts"
import { createQueueDouble, type QueueDouble } from "#tests/support/queue-double.ts"
import { createTestClock, type TestClock } from "#tests/support/test-clock.ts"
import { findLost } from "#workers/relay/find-lost.ts"
import { relayRound, type RelayParts } from "#workers/relay/relay-round.ts"
import { startRelay } from "#workers/relay/start-relay.ts"

let database: TestDatabase
let log: EventLog
let outbox: OutboxLog
let notes: OpenDueJobs
beforeAll(async () => {
  database = await createDatabase()
  log = await openEventLog(database.ownerUrl)
  outbox = await openOutboxLog(database.platformUrl)
  notes = openDueJobs(database.platformUrl, () => undefined)
})
afterAll(async () => {
  await notes.close()
  await outbox.close()
  await log.close()
  await database.drop()
})

let queue: QueueDouble
let clock: TestClock
let parts: RelayParts
beforeEach(async () => {
  queue = createQueueDouble()
  clock = createTestClock()
  parts = { queue, bus: createInProcessBus(), clock, log: silentLog, onUse: () => undefined }
  const open = await outbox.jobs.open(new Date(8.64e15), 1_000)
  await outbox.jobs.end(open)
})

const tenantId = newId("tenant")
const money = { totalMinor: "1", currency: "EUR" }
const confirmed = () => log.write(tenantId, "order.confirmed", { orderId: newId("order"), ...money })
const keysOf = (eventId: string) =>
  ["outreach.send-receipt", "insights.record-purchase"].map((job) => ({ tenantId, eventId, job }))
const openJobs = async () =>
  (await outbox.jobs.open(new Date(8.64e15), 1_000)).map(({ job, eventId }) => `${job}.${eventId}`).sort()
const search = () => findLost({ jobs: outbox.jobs, queue, now: clock.now() }, clock.now())

describe("a job that is due", () => {
  it("is noted with the mark, and no longer once it has ended", async () => {
    const eventId = await confirmed()
    await relayRound(outbox, parts)
    expect(await openJobs()).toEqual([`insights.record-purchase.${eventId}`, `outreach.send-receipt.${eventId}`])
    await notes.end(keysOf(eventId).slice(0, 1))
    expect(await openJobs()).toEqual([`insights.record-purchase.${eventId}`])
    await notes.end(keysOf(eventId))
    await notes.end(keysOf(eventId))
    expect(await openJobs()).toEqual([])
  })

  it("is left alone while a queue holds it, with others or alone", async () => {
    for (let n = 0; n < 20; n++) await confirmed()
    await relayRound(outbox, parts)
    expect((await search()).found).toBe(0)
    expect(queue.repeats()).toBe(0)
  })

  it("is asked for again when no queue holds it, only then, and no earlier than it was meant to be", async () => {
    const [kept, lost] = [await confirmed(), await confirmed()]
    await log.write(tenantId, "order.placed", { orderId: newId("order"), paymentId: newId("payment"), ...money })
    await relayRound(outbox, parts)
    queue.forgetAll()
    await notes.end(keysOf(kept))
    const { found } = await search()
    expect(found).toBe(3)
    expect(
      queue
        .ids()
        .filter((id) => id.includes("evt_"))
        .sort()
        .slice(0, 1),
    ).toEqual([`insights.record-purchase.${lost}`])
    expect(queue.ids().some((id) => id.includes(kept))).toBe(false)
    expect((await search()).found).toBe(0)
  })

  it("that nobody can do any more has ended, too", async () => {
    const eventId = await confirmed()
    await relayRound(outbox, parts)
    for (const id of queue.ids()) queue.bury(id)
    expect((await search()).found).toBe(0)
    expect((await openJobs()).filter((name) => name.endsWith(eventId))).toEqual([])
  })

  it("that ended while it was being looked for is not asked for again", async () => {
    const eventId = await confirmed()
    await relayRound(outbox, parts)
    queue.forgetAll()
    const late = {
      ...queue,
      // The worker's note comes after the search has read the page.
      async standOf(name: string, ids: readonly string[]) {
        await notes.end(keysOf(eventId))
        return queue.standOf(name, ids)
      },
    }
    const { found } = await findLost({ jobs: outbox.jobs, queue: late, now: clock.now() }, clock.now())
    expect(found).toBe(0)
  })
})

describe("the relay", () => {
  it("notices that the queues have lost their memory", async () => {
    const relay = startRelay(database.platformUrl, parts)
    const eventId = await confirmed()
    await eventually(() => queue.ids().length > 0)
    queue.forgetAll()
    await eventually(() => queue.ids().includes(`outreach.send-receipt.${eventId}`))
    expect(queue.ids()).toContain(`insights.record-purchase.${eventId}`)
    await relay.close()
  })

  it("finds in time what queues that remember have lost all the same", async () => {
    const eventId = await confirmed()
    await relayRound(outbox, parts)
    for (const id of queue.ids()) queue.drop(id)
    clock.advance(seconds(31))
    const relay = startRelay(database.platformUrl, parts)
    await eventually(() => queue.ids().includes(`outreach.send-receipt.${eventId}`))
    await relay.close()
  })
})
