import { describe, expect, it, onTestFinished, vi } from "vitest"
import type { LoggedEvent } from "#server/messages/events.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import { followLog } from "./log-follower.ts"
import type { LogReader } from "./log-reader.ts"

const tenantId = "ten_a"
const event = (seq: number): LoggedEvent<"tenant.changed"> => ({
  tenantId,
  eventId: `evt_${seq}`,
  seq,
  name: "tenant.changed",
  payload: { tenantId },
  at: new Date(0),
})

/** A log of which the bus carries what the test says. */
function scene(startAt: number) {
  const written: LoggedEvent[] = Array.from({ length: startAt }, (_, i) => event(i + 1))
  let hear: (event: LoggedEvent) => void = () => undefined
  let interrupt: () => void = () => undefined
  let failures = 0
  const bus: LiveBus = {
    publish: async () => undefined,
    alarm: async () => undefined,
    subscribe(listener, onInterrupted) {
      hear = listener
      interrupt = onInterrupted ?? interrupt
      return () => undefined
    },
    close: async () => undefined,
  }
  const head = () => written.length
  const log: LogReader = {
    heads: async () => new Map([[tenantId, head()]]),
    head: async () => head(),
    async after(_, seq, { most }) {
      if (failures-- > 0) throw new Error("away")
      const events = written.filter((held) => held.seq > seq).slice(0, most)
      return { events, reached: events.at(-1)?.seq ?? seq }
    },
  }
  const told: number[] = []
  let skips = 0
  return {
    told,
    skips: () => skips,
    async follow() {
      const follower = await followLog(bus, log, () => undefined)
      follower.subscribe(
        ({ seq }) => told.push(seq),
        () => {
          skips++
        },
      )
      onTestFinished(follower.close)
      return follower
    },
    write: (count: number) => {
      for (let i = 0; i < count; i++) written.push(event(head() + 1))
    },
    hear: (seq: number) => hear(event(seq)),
    interrupt: () => interrupt(),
    fail: (times: number) => {
      failures = times
    },
  }
}

describe("a follower of the log", () => {
  it("starts at the head and hands on what comes in order", async () => {
    const s = scene(4)
    const follower = await s.follow()
    s.write(2)
    s.hear(5)
    s.hear(6)
    expect(s.told).toEqual([5, 6])
    expect(follower.seqOf(tenantId)).toBe(6)
    expect(follower.seqOf("ten_other")).toBe(0)
  })

  it("reads from the log what the bus lost, in order, each once", async () => {
    const s = scene(0)
    await s.follow()
    s.write(1)
    s.hear(1)
    s.write(4)
    s.hear(4)
    s.hear(5)
    s.hear(4)
    await vi.waitFor(() => expect(s.told).toEqual([1, 2, 3, 4, 5]))
    s.write(1)
    s.hear(6)
    await vi.waitFor(() => expect(s.told).toEqual([1, 2, 3, 4, 5, 6]))
  })

  it("looks into the log after an interruption, though nothing was heard since", async () => {
    const s = scene(1)
    await s.follow()
    s.write(3)
    s.interrupt()
    await vi.waitFor(() => expect(s.told).toEqual([2, 3, 4]))
  })

  it("tries again when the log cannot be read", async () => {
    const s = scene(0)
    await s.follow()
    s.fail(1)
    s.write(2)
    s.hear(2)
    await vi.waitFor(() => expect(s.told).toEqual([1, 2]), 5_000)
  })

  it("finds what neither the bus nor an interruption told of, within seconds", async () => {
    const s = scene(2)
    await s.follow()
    s.write(2)
    await vi.waitFor(() => expect(s.told).toEqual([3, 4]), 10_000)
  })

  it("does not repeat a day's worth, and says that it left something out", async () => {
    const s = scene(0)
    const follower = await s.follow()
    s.write(30_000)
    s.hear(30_000)
    await vi.waitFor(() => expect(follower.seqOf(tenantId)).toBe(30_000))
    expect(s.told).toEqual([])
    expect(s.skips()).toBe(1)
    s.write(1)
    s.hear(30_001)
    expect(s.told).toEqual([30_001])
  })

  it("goes on when a listener fails", async () => {
    const s = scene(0)
    const follower = await s.follow()
    const heard: number[] = []
    follower.subscribe(() => {
      throw new Error("no")
    })
    follower.subscribe(({ seq }) => heard.push(seq))
    s.write(2)
    s.hear(1)
    s.hear(2)
    expect(heard).toEqual([1, 2])
  })
})
