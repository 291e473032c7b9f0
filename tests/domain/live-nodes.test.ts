import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Network, openNetwork } from "#infra/prove/fleet/network.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { setOnHand } from "#server/domain/inventory/index.ts"
import { suspendTenant } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import type { LiveNode } from "#tests/support/live-node.ts"
import { eventually } from "#tests/support/eventually.ts"
import { type Goods, publishGoods } from "#tests/support/goods.ts"
import { type LiveTown, openLiveTown, type Visitor } from "#tests/support/live-town.ts"

let town: LiveTown
let second: LiveNode
let balancer: Network
let ctx: TenantContext
let goods: Goods
beforeAll(async () => {
  town = await openLiveTown()
  second = await town.addNode()
  balancer = await openNetwork(() => [town.port, second.port])
  ctx = await town.openTestShop({ slug: "nodes" })
  goods = await publishGoods(ctx, { onHand: 9 })
})
afterAll(async () => {
  await balancer.close()
  await town.close()
})

const host = "nodes.test"
const last = (visitor: Visitor, topic: "viewers" | "stock") =>
  visitor
    .messages()
    .flatMap((message) =>
      message.topic !== topic || message.kind === "hint"
        ? []
        : "count" in message
          ? [message.count]
          : "free" in message
            ? [message.free]
            : [],
    )
    .at(-1)

describe("two web nodes behind a balancer that knows nothing", () => {
  it("count together who looks at a product, and say no names", async () => {
    const cookie = `__Host-visitor=${newId("visitor")}`
    const here = await town.connect(host, { cookie })
    const there = await town.connect(host, { port: second.port })
    for (const visitor of [here, there]) await visitor.subscribe({ topic: "product", id: goods.productId })
    await eventually(() => last(here, "viewers") === 2 && last(there, "viewers") === 2)
    there.close()
    await eventually(() => last(here, "viewers") === 1)
    here.close()
    const said = town.said.join("\n")
    expect(said).toContain(goods.productId)
    expect(said).not.toContain(cookie.split("=")[1])
    expect(said).not.toMatch(/vis_|cus_|acc_/)
  })

  it("serve a page that polls, whose requests come now here and now there", async () => {
    const visitor = await town.connect(host, { port: balancer.port, transports: ["polling"] })
    const { messages } = await visitor.subscribe({ topic: "product", id: goods.productId })
    expect(messages).toContainEqual(expect.objectContaining({ topic: "stock", free: 9 }))
    for (const pieces of [8, 7, 6, 5]) {
      await setOnHand(ctx, present(goods.variantIds[0], "variant"), pieces)
      await eventually(() => last(visitor, "stock") === pieces)
    }
    visitor.close()
  })

  it("let such a page go over to a WebSocket that arrives at the other node", async () => {
    for (let n = 0; n < 4; n++) {
      const visitor = await town.connect(host, { port: balancer.port, transports: ["polling", "websocket"] })
      await eventually(() => visitor.transport() === "websocket")
      expect((await visitor.ask({ subscription: { topic: "shop" } })).ok).toBe(true)
      visitor.close()
    }
  })

  it("hand on once only, and not to a node that is not there", async () => {
    const port = town.port
    const ask = (sid: string, headers = {}) =>
      fetch(`http://127.0.0.1:${port}/live/?EIO=4&transport=polling&sid=${sid}`, { headers: { host, ...headers } })
    const stranger = `${"0".repeat(12)}.${"x".repeat(24)}`
    expect((await ask(stranger)).status).toBe(400)
    expect((await ask(stranger, { "x-rialto-hop": "1" })).status).toBe(400)
    expect((await ask("../../admin")).status).toBe(400)
  })

  it("both hang up when a shop is suspended", async () => {
    const closing = await town.openTestShop({ slug: "nodes-closing" })
    const visitors = [await town.connect("nodes-closing.test"), await town.connect("nodes-closing.test", { port: second.port })]
    await suspendTenant(town.platform, closing.tenant.id)
    await eventually(() => visitors.every((visitor) => !visitor.isOpen() && visitor.isRevoked()))
  })
})
