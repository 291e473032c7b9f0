import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { setOnHand } from "#server/domain/inventory/index.ts"
import { present } from "#server/kernel/assert.ts"
import { newId } from "#server/kernel/ids.ts"
import type { LiveMessage } from "#server/messages/live.ts"
import { eventually } from "#tests/support/eventually.ts"
import { type Goods, publishGoods } from "#tests/support/goods.ts"
import { type LiveTown, openLiveTown, type Visitor } from "#tests/support/live-town.ts"

let town: LiveTown
let ctx: TenantContext
let goods: Goods
let variantId: string
beforeAll(async () => {
  town = await openLiveTown()
  ctx = await town.openTestShop({ slug: "stream" })
  goods = await publishGoods(ctx, { onHand: 5 })
  variantId = present(goods.variantIds[0], "variant")
  await settled()
})
afterAll(() => town.close())

const head = () => ctx.read(({ rows }) => rows.logHead.findFirst()).then((row) => row?.seq ?? 0)
const waiting = () => ctx.read(({ rows }) => rows.outboxEvent.count({ where: { publishedAt: null } }))
const settled = () => eventually(async () => (await waiting()) === 0)
const freeIn = (messages: readonly LiveMessage[]) =>
  messages
    .flatMap((message) =>
      message.kind === "state" && message.topic === "stock" && message.id === variantId ? [message.free] : [],
    )
    .at(-1)
const seen = (visitor: Visitor) => freeIn(visitor.messages())

describe("an open page", () => {
  it("is told its product's stock at once, and then every change of it", async () => {
    const visitor = await town.connect("stream.test")
    const admission = await visitor.subscribe({ topic: "product", id: goods.productId })
    expect(freeIn(admission.messages)).toBe(5)
    expect(admission.seq).toBe(await head())
    await setOnHand(ctx, variantId, 4)
    await eventually(() => seen(visitor) === 4)
    expect(visitor.frames.at(-1)).toMatchObject({ room: admission.room, seq: await head() })
    visitor.close()
  })

  it("hears nothing any more of what it left", async () => {
    const visitor = await town.connect("stream.test")
    const other = await town.connect("stream.test")
    await visitor.subscribe({ topic: "product", id: goods.productId })
    await other.subscribe({ topic: "shop", variants: [variantId] })
    visitor.close()
    await setOnHand(ctx, variantId, 7)
    await eventually(() => seen(other) === 7)
    expect(seen(visitor)).toBe(undefined)
    other.close()
  })

  it("is sent what it missed while it was away, newest values only", async () => {
    const since = await head()
    await setOnHand(ctx, variantId, 8)
    await setOnHand(ctx, variantId, 9)
    await settled()
    const visitor = await town.connect("stream.test")
    const admission = await visitor.subscribe({ topic: "product", id: goods.productId }, since)
    expect(admission.reset).toBe(false)
    expect(admission.seq).toBe(await head())
    const stock = admission.messages.filter((message) => message.topic === "stock")
    expect(stock).toHaveLength(1)
    expect(freeIn(stock)).toBe(9)
    visitor.close()
  })

  it("is told to load afresh when too much happened, or when its position never was", async () => {
    const since = await head()
    await ctx.transact(async (work) => {
      for (let n = 0; n < 501; n++) await work.emit("product.changed", { productId: newId("product"), slug: "x", public: true })
    })
    await settled()
    const visitor = await town.connect("stream.test")
    expect(await visitor.subscribe({ topic: "shop" }, since)).toMatchObject({ reset: true, messages: [], seq: await head() })
    expect(await visitor.subscribe({ topic: "shop" }, (await head()) + 1)).toMatchObject({ reset: true })
    visitor.close()
  })

  it("counts those who look at the same product, each once", async () => {
    const cookie = `__Host-visitor=${newId("visitor")}`
    const first = await town.connect("stream.test", { cookie })
    const again = await town.connect("stream.test", { cookie })
    const second = await town.connect("stream.test")
    const viewers = () =>
      first
        .messages()
        .flatMap((message) => (message.topic === "viewers" ? [message.count] : []))
        .at(-1)
    for (const visitor of [first, again, second]) await visitor.subscribe({ topic: "product", id: goods.productId })
    await eventually(() => viewers() === 2)
    second.close()
    await eventually(() => viewers() === 1)
    first.close()
    again.close()
  })

  it("of another shop hears none of it", async () => {
    await town.openTestShop({ slug: "elsewhere" })
    const elsewhere = await town.connect("elsewhere.test")
    await elsewhere.subscribe({ topic: "shop" })
    const here = await town.connect("stream.test")
    await here.subscribe({ topic: "shop" })
    await setOnHand(ctx, variantId, 11)
    await eventually(() => seen(here) === 11)
    expect(elsewhere.frames).toEqual([])
    elsewhere.close()
    here.close()
  })
})
