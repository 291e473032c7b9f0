import { Redis } from "ioredis"
import { afterEach, describe, expect, it } from "vitest"
import { newId } from "#server/kernel/ids.ts"
import type { LoggedEvent } from "#server/messages/events.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { openLines } from "#server/platform/live-bus/open-lines.ts"
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
if (redisUrl) buses.push(["over Redis", () => ({ out: over(redisUrl), into: over(redisUrl) })])

function over(url: string): LiveBus {
  const { bus, close } = openLines(url, () => undefined)
  return { ...bus, close }
}

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

  it("carries an alarm to everybody", async () => {
    opened = open()
    const { out, into } = opened
    let alarms = 0
    into.subscribe(
      () => undefined,
      () => {
        alarms++
      },
    )
    await eventually(async () => {
      await out.alarm()
      return alarms > 0
    })
  })
})

describe.skipIf(!redisUrl)("a listener over Redis", () => {
  it("is told when its line was cut, and hears again", async () => {
    const lines = openLines(redisUrl, () => undefined)
    const heard: number[] = []
    let interruptions = 0
    lines.bus.subscribe(
      ({ seq, tenantId: of }) => of === tenantId && heard.push(seq),
      () => {
        interruptions++
      },
    )
    await eventually(async () => {
      await lines.bus.publish([event(50)])
      return heard.includes(50)
    })
    const admin = new Redis(redisUrl ?? "")
    await admin.call("client", "kill", "type", "pubsub")
    admin.disconnect()
    await eventually(() => interruptions > 0)
    await eventually(async () => {
      await lines.bus.publish([event(51)])
      return heard.includes(51)
    })
    await lines.close()
  })
})
