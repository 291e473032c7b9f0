import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openOutboxLog } from "#prisma/outbox-log.ts"
import { systemClock } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { silentLog } from "#server/kernel/log.ts"
import type { LoggedEvent } from "#server/messages/events.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"
import { type EventLog, openEventLog } from "#tests/support/event-log.ts"
import { eventually } from "#tests/support/eventually.ts"
import { createQueueDouble, type QueueDouble } from "#tests/support/queue-double.ts"
import { type RelayParts, relayRound } from "#workers/relay/relay-round.ts"
import { startRelay } from "#workers/relay/start-relay.ts"

let database: TestDatabase
let log: EventLog
beforeAll(async () => {
  database = await createDatabase()
  log = await openEventLog(database.ownerUrl)
})
afterAll(async () => {
  await log.close()
  await database.drop()
})

let told: LoggedEvent[]
let queue: QueueDouble
let parts: RelayParts
beforeEach(() => {
  told = []
  queue = createQueueDouble()
  const bus = createInProcessBus()
  bus.subscribe((event) => told.push(event))
  parts = { queue, bus, clock: systemClock, log: silentLog, onUse: () => undefined }
})

const opened = (tenantId: string) => log.write(tenantId, "tenant.changed", { tenantId })
const changed = (tenantId: string) =>
  log.write(tenantId, "product.changed", { productId: newId("product"), slug: "x", public: true })
const seqsOf = (tenantId: string) => told.filter((event) => event.tenantId === tenantId).map((event) => event.seq)

describe("the relay", () => {
  it("numbers each tenant's events without gaps, in the order of their ids, and tells in that order", async () => {
    const [one, two] = [newId("tenant"), newId("tenant")]
    const ids: string[] = []
    for (let i = 0; i < 30; i++) ids.push(await opened(i % 3 === 0 ? two : one))
    const relay = startRelay(database.platformUrl, parts)
    await eventually(() => told.length === 30)
    const firstTold = told.map((event) => event.eventId)
    for (let i = 0; i < 30; i++) ids.push(await opened(i % 3 === 0 ? two : one))
    await eventually(() => told.length === 60)
    await relay.close()

    const upTo = (most: number) => Array.from({ length: most }, (_, i) => i + 1)
    expect(seqsOf(one)).toEqual(upTo(40))
    expect(seqsOf(two)).toEqual(upTo(20))
    expect(firstTold).toEqual([...firstTold].sort())
    expect(new Set(told.map((event) => event.eventId))).toEqual(new Set(ids))
  })

  it("tells what happened though the queues are away, and hands over the jobs when they are back", async () => {
    queue.away(true)
    const relay = startRelay(database.platformUrl, parts)
    const eventId = await changed(newId("tenant"))
    await eventually(() => told.length === 1)
    expect(queue.ids()).toEqual([])
    queue.away(false)
    await eventually(() => queue.ids().includes(`search.index-product.${eventId}`))
    await relay.close()
  })

  it("hands over what a leader before it had marked and could not queue", async () => {
    const eventId = await changed(newId("tenant"))
    queue.away(true)
    const outbox = await openOutboxLog(database.platformUrl)
    await relayRound(outbox, parts)
    await outbox.close()
    queue.away(false)
    const relay = startRelay(database.platformUrl, parts)
    await eventually(() => queue.ids().includes(`search.index-product.${eventId}`))
    await relay.close()
  })

  it("sets aside what it cannot read, and goes on", async () => {
    const tenantId = newId("tenant")
    await log.writeStrange(tenantId)
    await opened(tenantId)
    const outbox = await openOutboxLog(database.platformUrl)
    expect(await relayRound(outbox, parts)).toMatchObject({ moved: 2, isTold: true })
    await outbox.close()
    expect(seqsOf(tenantId)).toEqual([2])
    expect(await log.unpublished()).toBe(0)
  })

  it("lets one lead, and another take over when that one is gone", async () => {
    const first = await openOutboxLog(database.platformUrl)
    const second = await openOutboxLog(database.platformUrl)
    expect(await first.takeLead()).toBe(true)
    expect(await second.takeLead()).toBe(false)
    await first.close()
    await eventually(() => second.takeLead())
    await second.close()
  })

  it("is woken by a commit", async () => {
    const outbox = await openOutboxLog(database.platformUrl)
    let isAwake = false
    const waking = outbox.woken(10_000).then(() => {
      isAwake = true
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(isAwake).toBe(false)
    await opened(newId("tenant"))
    await waking
    await outbox.close()
  })
})
