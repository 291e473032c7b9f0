import { afterEach, describe, expect, it } from "vitest"
import { newId } from "#server/kernel/ids.ts"
import type { LoggedEvent } from "#server/messages/events.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { createRedisBus } from "#server/platform/live-bus/redis.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import { eventually } from "#tests/support/eventually.ts"
import { testRedisUrl } from "#tests/support/redis-url.ts"

const redisUrl = testRedisUrl(3)
const tenantId = newId("tenant")
const event = (seq: number): LoggedEvent<"tenant.changed"> => ({
  tenantId,
  eventId: newId("event"),
  seq,
  name: "tenant.changed",
  payload: { tenantId },
  at: new Date(1_700_000_000_000 + seq),
})

const buses: (readonly [string, () => { out: LiveBus; into: LiveBus }])[] = [
  [
    "in one process",
    () => {
      const bus = createInProcessBus()
      return { out: bus, into: bus }
    },
  ],
]
if (redisUrl)
  buses.push([
    "over Redis",
    () => ({ out: createRedisBus(redisUrl, () => undefined), into: createRedisBus(redisUrl, () => undefined) }),
  ])

describe.each(buses)("the live bus %s", (_, open) => {
  let opened: { out: LiveBus; into: LiveBus }
  afterEach(async () => {
    await opened.out.close()
    await opened.into.close()
  })

  it("carries events whole and in order, to every listener but those who left", async () => {
    opened = open()
    const { out, into } = opened
    const heard: LoggedEvent[] = []
    const other: LoggedEvent[] = []
    const isMine = (told: LoggedEvent) => told.tenantId === tenantId && told.seq > 0
    into.subscribe((told) => {
      if (isMine(told)) heard.push(told)
    })
    const leave = into.subscribe((told) => {
      if (isMine(told)) other.push(told)
    })
    // Over a network a subscription takes a moment: knock until it answers.
    let isThere = false
    const stop = into.subscribe(() => {
      isThere = true
    })
    await eventually(async () => {
      await out.publish([event(0)])
      return isThere
    })
    stop()
    leave()

    const events = [event(1), event(2), event(3)]
    await out.publish(events.slice(0, 2))
    await out.publish(events.slice(2))
    await eventually(() => heard.length === 3)
    expect(heard).toEqual(events)
    expect(other).toEqual([])
  })

  it("goes on when a listener throws", async () => {
    opened = open()
    const { out, into } = opened
    const heard: number[] = []
    into.subscribe(() => {
      throw new Error("no")
    })
    into.subscribe(({ seq }) => heard.push(seq))
    await eventually(async () => {
      await out.publish([event(7)])
      return heard.includes(7)
    })
  })
})
