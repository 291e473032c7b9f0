import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { Frame, LiveMessage } from "#server/messages/live.ts"
import { createFrameBuffer } from "./frame-buffer.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const stock = (id: string, revision: number, free: number): LiveMessage => ({
  kind: "state",
  topic: "stock",
  id,
  productId: "prd_1",
  revision,
  free,
})
const hint = (id: string): LiveMessage => ({ kind: "hint", topic: "order", id })

const puts = fc.array(
  fc.record({
    room: fc.constantFrom("a", "b"),
    message: fc.oneof(
      fc
        .tuple(fc.constantFrom("v1", "v2", "v3"), fc.integer({ min: 1, max: 9 }))
        .map(([id, revision]) => stock(id, revision, revision * 10)),
      fc.constantFrom("o1", "o2").map(hint),
    ),
  }),
  { minLength: 1, maxLength: 60 },
)

describe("frames", () => {
  it("hold, per room and tick, the newest of each state and each hint once, and reach as far as their messages", () => {
    fc.assert(
      fc.property(puts, (given) => {
        const frames: Frame[] = []
        const buffer = createFrameBuffer((frame) => frames.push(frame))
        for (const [index, { room, message }] of given.entries()) buffer.put(room, message, index + 1)
        expect(frames).toEqual([])
        vi.advanceTimersByTime(50)

        const named = new Set(given.map(({ room }) => room))
        expect(new Set(frames.map((frame) => frame.room))).toEqual(named)
        expect(frames).toHaveLength(named.size)
        for (const frame of frames) {
          const mine = given.map((put, index) => ({ ...put, seq: index + 1 })).filter((put) => put.room === frame.room)
          expect(frame.seq).toBe(mine.at(-1)?.seq)
          const newest = new Map<string, number>()
          for (const { message } of mine)
            newest.set(message.id, Math.max(newest.get(message.id) ?? 0, "revision" in message ? message.revision : 0))
          expect(frame.messages).toHaveLength(newest.size)
          for (const message of frame.messages) expect("revision" in message ? message.revision : 0).toBe(newest.get(message.id))
        }
      }),
    )
  })

  it("start a new tick with the next message", () => {
    const frames: Frame[] = []
    const buffer = createFrameBuffer((frame) => frames.push(frame))
    buffer.put("a", stock("v1", 1, 5), 1)
    vi.advanceTimersByTime(50)
    vi.advanceTimersByTime(500)
    buffer.put("a", stock("v1", 2, 4), 2)
    vi.advanceTimersByTime(50)
    expect(frames.map((frame) => frame.seq)).toEqual([1, 2])
  })

  it("say which frame of the room came before, and where each message stands", () => {
    const frames: Frame[] = []
    const buffer = createFrameBuffer((frame) => frames.push(frame))
    const tick = () => vi.advanceTimersByTime(50)
    buffer.put("a", hint("o1"), 3)
    tick()
    buffer.put("b", hint("o1"), 4)
    buffer.put("a", hint("o1"), 5)
    buffer.put("a", hint("o2"), 6)
    buffer.put("a", hint("o1"), 7)
    buffer.put("a", { kind: "state", topic: "viewers", id: "p", revision: 1, count: 2 }, 0)
    tick()
    buffer.put("a", { kind: "state", topic: "viewers", id: "p", revision: 2, count: 1 }, 0)
    tick()
    buffer.put("a", hint("o3"), 9)
    tick()
    buffer.forget("a")
    buffer.put("a", hint("o3"), 12)
    tick()
    const ofA = frames.filter(({ room }) => room === "a")
    expect(ofA.map(({ after, seq, seqs }) => ({ after, seq, seqs }))).toEqual([
      { after: 0, seq: 3, seqs: undefined },
      { after: 3, seq: 7, seqs: [6, 7, 0] },
      { after: 0, seq: 0, seqs: undefined },
      { after: 7, seq: 9, seqs: undefined },
      { after: 0, seq: 12, seqs: undefined },
    ])
    expect(ofA[1]?.messages.map(({ id }) => id)).toEqual(["o2", "o1", "p"])
  })
})
