import { once } from "node:events"
import { request as httpRequest } from "node:http"
import { connect } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { newId } from "#server/kernel/ids.ts"
import type { LoggedEvent } from "#server/messages/events.ts"
import { livePath } from "#server/messages/live.ts"
import { eventually } from "#tests/support/eventually.ts"
import { publishGoods } from "#tests/support/goods.ts"
import { type LiveTown, openLiveTown } from "#tests/support/live-town.ts"
import { openRawSocket, subscribeWords } from "#tests/support/raw-socket.ts"

let town: LiveTown
let ctx: TenantContext
beforeAll(async () => {
  town = await openLiveTown()
  ctx = await town.openTestShop({ slug: "hard" })
  await publishGoods(ctx)
})
afterAll(() => town.close())

const host = "hard.test"
const open = (cookie?: string) => openRawSocket(town.port, host, cookie)
const shop = { subscription: { topic: "shop" } }

/** The others do not notice. */
async function isWell(): Promise<boolean> {
  const visitor = await town.connect(host)
  const admission = await visitor.ask(shop)
  visitor.close()
  return admission.ok
}

describe("a socket that means harm", () => {
  it.each<[string, string | Buffer]>([
    ["a message beyond all measure", `42["subscribe",${JSON.stringify("x".repeat(20_000))}]`],
    ["a binary message", Buffer.from([4, 1, 2, 3])],
    ["a promise of binary parts", '451-["subscribe",{"_placeholder":true,"num":0}]'],
    ["a binary answer", '461-0[{"_placeholder":true,"num":0}]'],
    ["a packet of no kind", "9hello"],
    ["half of a message", '42["subscribe"'],
    ["an event that the protocol keeps for itself", '42["disconnect"]'],
    ["a message to a place that it has not entered", '42/admin,["subscribe",{}]'],
  ])("is hung up on for %s", async (_, words) => {
    const raw = await open()
    raw.say(words)
    await eventually(() => !raw.isOpen())
    expect(await isWell()).toBe(true)
  })

  it.each([
    ["an event of no name", '42["moon"]'],
    ["a question without a place for the answer", '42["subscribe",{"subscription":{"topic":"shop"}}]'],
    ["an answer where none was asked for", '4399["x"]'],
    ["words that are no list", "42{}"],
    ["leaving a room by the name of a prototype", '42["unsubscribe","__proto__"]'],
    ["leaving what is no room", '42["unsubscribe",{"length":1}]'],
    ["entering another place", "40/admin,"],
  ])("gets nothing for %s", async (_, words) => {
    const raw = await open()
    raw.say(words)
    raw.say(subscribeWords(7, shop))
    await eventually(() => !raw.isOpen() || raw.heard.some((said) => said.startsWith("437")))
    expect(raw.heard.filter((said) => said.startsWith("42"))).toEqual([])
    raw.close()
    expect(await isWell()).toBe(true)
  })

  it.each([
    '{"__proto__":{"subscription":{"topic":"shop"}}}',
    '{"subscription":{"topic":"constructor"}}',
    '{"subscription":{"topic":"product","id":{"contains":""}}}',
    `{"subscription":{"topic":"product","id":"${"x".repeat(65)}"}}`,
    '{"subscription":{"topic":"shop","variants":["\'; drop table product; --"]},"since":1e309}',
    '{"subscription":{"topic":"shop","variants":[null]}}',
    `{"subscription":{"topic":"shop","variants":${JSON.stringify(Array.from({ length: 201 }, () => "v"))}}}`,
  ])("is told that it speaks badly: %s", async (request) => {
    const raw = await open()
    raw.say(`427["subscribe",${request}]`)
    await eventually(() => raw.heard.some((said) => said.startsWith("437")))
    expect(raw.heard.at(-1)).toBe('437[{"ok":false,"reason":"malformed"}]')
    raw.close()
  })

  it("is told no when it asks too often, then not answered, then hung up on", async () => {
    const raw = await open()
    for (let nth = 0; nth < 70; nth++) raw.say(subscribeWords(nth, shop))
    await eventually(() => raw.heard.some((said) => said.includes('"busy"')))
    for (let nth = 0; nth < 200; nth++) raw.say("3")
    await eventually(() => !raw.isOpen())
    expect(await isWell()).toBe(true)
  })

  it("is in no more rooms than a page has", async () => {
    const raw = await open()
    for (let nth = 0; nth < 45; nth++) raw.say(subscribeWords(nth, { subscription: { topic: "product", id: `p${nth}` } }))
    await eventually(() => raw.heard.filter((said) => said.startsWith("43")).length === 45)
    expect(raw.heard.filter((said) => said.includes('"ok":true'))).toEqual([])
    raw.close()
  })
})

describe("the door", () => {
  it("lets one browser open many windows, and not without end", async () => {
    const cookie = `__Host-visitor=${newId("visitor")}`
    const windows = []
    for (let n = 0; n < 50; n++) windows.push(await town.connect(host, { cookie }))
    await expect(town.connect(host, { cookie })).rejects.toThrow()
    expect(await isWell()).toBe(true)
    windows.pop()?.close()
    await eventually(async () => {
      const again = await town.connect(host, { cookie }).catch(() => undefined)
      if (again) windows.push(again)
      return again !== undefined
    })
    for (const window of windows) window.close()
  })

  it("does not fall with a line that breaks while it is being let in", async () => {
    const upgrade = `GET ${livePath}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${"A".repeat(22)}==\r\n\r\n`
    for (let n = 0; n < 50; n++) {
      const line = connect({ port: town.port, host: "127.0.0.1" })
      await once(line, "connect")
      line.write(upgrade)
      await new Promise((resolve) => setTimeout(resolve, n % 5))
      line.resetAndDestroy()
    }
    expect(await isWell()).toBe(true)
  })

  const headers = { Host: host, "sec-fetch-site": "same-origin" }

  it("knows nothing of sessions that it did not give", async () => {
    for (const sid of ["guess", "__proto__", "constructor", "x".repeat(500)])
      expect(await ask(`&transport=polling&sid=${sid}`, headers)).toBe(400)
  })

  it("does not speak older or stranger dialects", async () => {
    expect(await ask("&transport=webtransport", headers)).toBe(400)
    expect(await ask("&transport=toString", headers)).toBe(400)
    expect(await ask("&transport=polling", headers, "POST")).toBe(400)
    expect(await askPath(`${livePath}/?EIO=3&transport=polling`, headers)).toBe(400)
  })

  function ask(query: string, wish: Readonly<Record<string, string>>, method = "GET") {
    return askPath(`${livePath}/?EIO=4${query}`, wish, method)
  }
  function askPath(path: string, wish: Readonly<Record<string, string>>, method = "GET"): Promise<number> {
    return new Promise((resolve, reject) => {
      const asking = httpRequest({ host: "127.0.0.1", port: town.port, path, headers: wish, method }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      asking.once("error", reject)
      asking.end()
    })
  }
})

describe("a page that does not take what it is sent", () => {
  it("is cut off before it fills the house, and is told to load afresh when it comes back", async () => {
    await eventually(() => town.live.socketCount() === 0)
    const raw = await open()
    raw.say(subscribeWords(1, shop))
    await eventually(() => raw.heard.some((said) => said.startsWith("431")))
    const since = town.live.seqOf(ctx.tenant.id)
    raw.pause()
    // The systems' own buffers take some megabytes before anything waits here.
    const mostMegabytes = 60
    const isCut = () => town.live.socketCount() === 0
    for (let told = 0; told < mostMegabytes * 4_000 && !isCut(); ) {
      // From where the house stands: it may look into the log meanwhile, and what it then misses of these it will not find there.
      const known = town.live.seqOf(ctx.tenant.id)
      await town.bus.publish(Array.from({ length: 1_000 }, (_, nth) => moved(known + 1 + nth)))
      await eventually(() => isCut() || town.live.seqOf(ctx.tenant.id) > known)
      told += town.live.seqOf(ctx.tenant.id) - known
    }
    await eventually(isCut)
    const back = await town.connect(host)
    expect(await back.ask({ ...shop, since })).toMatchObject({ ok: true, reset: true })
    back.close()
    raw.close()
  })

  const moved = (seq: number): LoggedEvent<"stock.moved"> => {
    const payload = { variantId: `${seq}`.padEnd(64, "v"), productId: `${seq}`.padEnd(64, "p"), free: 1, onHand: 1, revision: 1 }
    return { tenantId: ctx.tenant.id, eventId: newId("event"), seq, name: "stock.moved", payload, at: new Date() }
  }
})
