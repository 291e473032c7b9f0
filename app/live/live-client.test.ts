import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { Admission, LiveMessage, SubscribeRequest } from "#server/messages/live.ts"
import { createLiveClient } from "./live-client.ts"
import type { LiveSocket, SocketEvents } from "./live-socket.ts"
import type { Heard } from "./stream.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const stock = (id: string, revision: number, free: number): LiveMessage => ({
  kind: "state",
  topic: "stock",
  id,
  productId: "p",
  revision,
  free,
})
const hintOf = (id: string): LiveMessage => ({ kind: "hint", topic: "order", id })
const hint = hintOf("o")

/** A server of which the test plays the part. */
function server() {
  const asked: { request: SubscribeRequest; answer: (admission: Admission) => void }[] = []
  const left: string[] = []
  const renewed: number[] = []
  let connected = true
  let events: SocketEvents | undefined
  const socket: LiveSocket = {
    get connected() {
      return connected
    },
    subscribe: (request, answer) => void asked.push({ request, answer }),
    unsubscribe: (room) => void left.push(room),
    renew: () => void renewed.push(asked.length),
    close: () => undefined,
  }
  return {
    asked,
    left,
    renewed,
    open: async (heard: SocketEvents) => {
      events = heard
      return socket
    },
    told: () => events,
    lose() {
      connected = false
      events?.lost()
    },
    comeBack() {
      connected = true
      events?.connect()
    },
    admit(index: number, room: string, seq: number, rest: { reset?: boolean; messages?: LiveMessage[] } = {}) {
      asked[index]?.answer({ ok: true, room, seq, reset: false, messages: [], ...rest })
    },
  }
}

async function started(since?: number) {
  const client = createLiveClient(since)
  const there = server()
  const reload = vi.fn()
  client.start(there.open, reload)
  await vi.advanceTimersByTimeAsync(0)
  return { client, there, reload }
}

describe("the live client", () => {
  it("asks once for what several listen to, and tells them all", async () => {
    const { client, there } = await started()
    const heard: Heard[][] = [[], []]
    client.listen({ topic: "product", id: "p" }, (told) => heard[0]?.push(told))
    client.listen({ topic: "product", id: "p" }, (told) => heard[1]?.push(told))
    expect(there.asked.map(({ request }) => request)).toEqual([{ subscription: { topic: "product", id: "p" } }])
    there.admit(0, "r", 4, { messages: [stock("v", 2, 9)] })
    there.told()?.frame({ room: "r", after: 4, seq: 5, messages: [stock("v", 3, 8)] })
    expect(heard[0]).toEqual([stock("v", 2, 9), stock("v", 3, 8)])
    expect(heard[1]).toEqual(heard[0])
    expect(client.board.read("stock", "v")?.free).toBe(8)
  })

  it("keeps the newest state, whatever the order of arrival", async () => {
    const { client, there } = await started()
    client.listen({ topic: "shop" }, () => undefined)
    there.admit(0, "r", 1)
    there.told()?.frame({ room: "r", after: 0, seq: 3, messages: [stock("v", 7, 1)] })
    there.told()?.frame({ room: "r", after: 3, seq: 4, messages: [stock("v", 6, 2)] })
    expect(client.board.read("stock", "v")?.free).toBe(1)
  })

  it("comes back with the position it had reached, and is told to load afresh when that is too old", async () => {
    const { client, there } = await started()
    const heard: Heard[] = []
    client.listen({ topic: "shop" }, (told) => heard.push(told))
    there.admit(0, "r", 4)
    there.told()?.frame({ room: "r", after: 2, seq: 9, messages: [] })
    there.lose()
    expect(client.status()).toBe("offline")
    there.comeBack()
    expect(client.status()).toBe("catching-up")
    expect(there.asked[1]?.request).toEqual({ subscription: { topic: "shop" }, since: 9 })
    there.admit(1, "r", 700, { reset: true })
    expect(client.status()).toBe("live")
    expect(heard).toEqual([{ kind: "reset" }])
    there.lose()
    there.comeBack()
    expect(there.asked[2]?.request.since).toBe(700)
  })

  it("does not run ahead of an admission that is still to come", async () => {
    const { client, there } = await started()
    const heard: Heard[] = []
    client.listen({ topic: "shop" }, (told) => heard.push(told))
    there.admit(0, "r", 4)
    there.lose()
    there.comeBack()
    there.told()?.frame({ room: "r", after: 2, seq: 12, messages: [hint] })
    there.lose()
    there.comeBack()
    expect(there.asked[2]?.request.since).toBe(4)
    expect(heard).toEqual([])
  })

  it("starts where the page was made, for what all pages share; personal pages load once more", async () => {
    const { client, there } = await started(33)
    const heard: Heard[] = []
    client.listen({ topic: "shop" }, () => undefined)
    client.listen({ topic: "order", id: "o", token: "t" }, (told) => heard.push(told))
    expect(there.asked.map(({ request }) => request.since)).toEqual([33, undefined])
    there.admit(1, "r", 40)
    expect(heard).toEqual([{ kind: "reset" }])
  })

  it("leaves a room a little after the last listener, unless one comes back", async () => {
    const { client, there } = await started()
    const stop = client.listen({ topic: "shop" }, () => undefined)
    there.admit(0, "r", 1)
    stop()
    const stopAgain = client.listen({ topic: "shop" }, () => undefined)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(there.left).toEqual([])
    stopAgain()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(there.left).toEqual(["r"])
    client.listen({ topic: "shop" }, () => undefined)
    expect(there.asked).toHaveLength(2)
  })

  it("asks again later when the server was busy, and not when it said no", async () => {
    const { client, there } = await started()
    client.listen({ topic: "shop" }, () => undefined)
    there.asked[0]?.answer({ ok: false, reason: "busy" })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(there.asked).toHaveLength(2)
    there.asked[1]?.answer({ ok: false, reason: "forbidden" })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(there.asked).toHaveLength(2)
  })

  it("loads the page afresh when it is sent away", async () => {
    const { there, reload } = await started()
    there.told()?.revoked()
    expect(reload).toHaveBeenCalledOnce()
  })

  it("keeps what is sent while its question is under way, and hands on each message once", async () => {
    const { client, there } = await started(10)
    const heard: Heard[] = []
    client.listen({ topic: "shop" }, (told) => heard.push(told))
    there.told()?.frame({ room: "other", after: 0, seq: 12, messages: [stock("w", 1, 1)] })
    there.told()?.frame({ room: "r", after: 0, seq: 12, messages: [hintOf("a"), hintOf("b")], seqs: [11, 12] })
    there.told()?.frame({ room: "r", after: 12, seq: 13, messages: [hintOf("c")] })
    there.admit(0, "r", 11, { messages: [hintOf("a")] })
    expect(heard).toEqual([hintOf("a"), hintOf("b"), hintOf("c")])
    there.told()?.frame({ room: "r", after: 13, seq: 14, messages: [stock("v", 4, 1), hintOf("c")], seqs: [0, 14] })
    expect(heard.slice(3)).toEqual([stock("v", 4, 1), hintOf("c")])
  })

  it("notices that a frame is missing, and asks from where it stood", async () => {
    const { client, there } = await started(10)
    const heard: Heard[] = []
    client.listen({ topic: "shop" }, (told) => heard.push(told))
    there.admit(0, "r", 10)
    there.told()?.frame({ room: "r", after: 12, seq: 13, messages: [hintOf("c")] })
    expect(heard).toEqual([])
    expect(there.asked[1]?.request).toEqual({ subscription: { topic: "shop" }, since: 10 })
    there.admit(1, "r", 13, { messages: [hintOf("b"), hintOf("c")] })
    expect(heard).toEqual([hintOf("b"), hintOf("c")])
  })

  it("asks again when an answer does not come", async () => {
    const { client, there } = await started()
    client.listen({ topic: "shop" }, () => undefined)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(there.asked).toHaveLength(2)
    there.admit(0, "late", 3)
    there.admit(1, "r", 4)
    there.lose()
    there.comeBack()
    expect(there.asked[2]?.request.since).toBe(4)
  })

  it("tries again when not even the code for it could be loaded", async () => {
    const client = createLiveClient()
    const open = vi.fn(() => Promise.reject(new Error("away")))
    const stop = client.start(open, () => undefined)
    await vi.advanceTimersByTimeAsync(0)
    expect(client.status()).toBe("offline")
    await vi.advanceTimersByTimeAsync(5_000)
    expect(open.mock.calls.length).toBeGreaterThan(1)
    stop()
    const calls = open.mock.calls.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(open).toHaveBeenCalledTimes(calls)
  })

  it("opens another connection, once, when it came before its visitor was known", async () => {
    const { client, there } = await started()
    client.listen({ topic: "cart" }, () => undefined)
    there.asked[0]?.answer({ ok: false, reason: "stranger" })
    expect(there.renewed).toEqual([1])
    there.lose()
    there.comeBack()
    there.asked[1]?.answer({ ok: false, reason: "stranger" })
    expect(there.renewed).toEqual([1])
    expect(client.status()).toBe("live")
  })
})
