import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { createPeerHub, type PeerHub } from "#tests/support/peer-hub.ts"
import { createNodeCircle } from "./node-circle.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const seconds = (count: number) => void vi.advanceTimersByTime(count * 1_000)

function node(hub: PeerHub, name: string) {
  const changes: string[] = []
  const line = hub.line()
  const circle = createNodeCircle({ name, line, address: () => `${name}.test:80`, onChange: (place) => changes.push(place) })
  return { ...circle, line, changes }
}

describe("a circle of nodes", () => {
  it("sums what is elsewhere, and knows where each is", () => {
    const hub = createPeerHub()
    const [a, b, c] = [node(hub, "a"), node(hub, "b"), node(hub, "c")]
    a.tell("p", 2)
    b.tell("p", 3)
    b.tell("q", 1)
    seconds(1)
    expect([a.countElsewhere("p"), b.countElsewhere("p"), c.countElsewhere("p")]).toEqual([3, 2, 5])
    expect(c.changes).toContain("q")
    expect(a.addressOf("b")).toBe("b.test:80")
    expect(a.addressOf("d")).toBeUndefined()
    b.tell("p", 0)
    seconds(1)
    expect(c.countElsewhere("p")).toBe(2)
  })

  it("tells a newcomer all there is, at once", () => {
    const hub = createPeerHub()
    const a = node(hub, "a")
    a.tell("p", 4)
    seconds(5)
    const late = node(hub, "late")
    expect(late.countElsewhere("p")).toBe(4)
    expect(a.addressOf("late")).toBe("late.test:80")
  })

  it("forgets a node that is silent, within seconds, and whoever was on it", () => {
    const hub = createPeerHub()
    const [a, b] = [node(hub, "a"), node(hub, "b")]
    b.tell("p", 3)
    seconds(1)
    b.line.cut(true)
    seconds(3)
    expect(a.countElsewhere("p")).toBe(3)
    a.changes.length = 0
    seconds(2)
    expect(a.countElsewhere("p")).toBe(0)
    expect(a.changes).toEqual(["p"])
    expect(a.addressOf("b")).toBeUndefined()
  })

  it("asks for the whole when words were lost, or the line was away", () => {
    const hub = createPeerHub()
    const [a, b] = [node(hub, "a"), node(hub, "b")]
    b.tell("p", 1)
    seconds(1)
    a.line.cut(true)
    b.tell("p", 7)
    b.tell("q", 2)
    seconds(1)
    a.line.cut(false)
    seconds(1)
    expect([a.countElsewhere("p"), a.countElsewhere("q")]).toEqual([7, 2])
    a.line.cut(true)
    seconds(10)
    expect(a.countElsewhere("p")).toBe(0)
    a.line.cut(false)
    seconds(1)
    expect(a.countElsewhere("p")).toBe(7)
  })

  it("says goodbye", () => {
    const hub = createPeerHub()
    const [a, b] = [node(hub, "a"), node(hub, "b")]
    b.tell("p", 1)
    seconds(1)
    b.close()
    expect(a.countElsewhere("p")).toBe(0)
  })

  it("passes over what it does not understand", () => {
    const hub = createPeerHub()
    const a = node(hub, "a")
    const stranger = hub.line()
    for (const words of [
      "",
      "{}",
      "null",
      '{"kind":"beat"}',
      '{"kind":"whole","node":"X!","nth":1,"counts":[]}',
      '{"kind":"whole","node":"x","nth":1,"counts":[["p",-1]]}',
    ])
      stranger.say(words)
    expect(a.countElsewhere("p")).toBe(0)
  })
})
