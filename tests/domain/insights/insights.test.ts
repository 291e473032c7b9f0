import { expect, test } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import {
  platformSummary,
  recordPurchase,
  recordSignal,
  recordSignals,
  shopSummary,
  signalRequests,
  tenantSummary,
} from "#server/domain/insights/index.ts"
import { after, days } from "#server/kernel/clock.ts"
import { newId } from "#server/kernel/ids.ts"
import { type Goods, publishGoods } from "#tests/support/goods.ts"
import { openWorld } from "#tests/support/open-world.ts"

const world = await openWorld()

let number = 0

/** An order as it stands after its life so far, for one line of one product. */
function recordOrder(
  ctx: TenantContext,
  goods: Goods,
  quantity: number,
  over: { daysAgo?: number; paid?: boolean; cancelled?: boolean } = {},
) {
  const { daysAgo = 0, paid = true, cancelled = false } = over
  const id = newId("order")
  const placedAt = after(ctx.clock.now(), -days(daysAgo))
  const totalMinor = BigInt(quantity) * 2000n
  return ctx.transact(async ({ rows, tenantId }) => {
    await rows.order.create({
      data: {
        tenantId,
        id,
        number: ++number,
        cartId: id,
        email: "a@b.test",
        accessToken: id,
        language: "en",
        currency: ctx.tenant.currency,
        subtotalMinor: totalMinor,
        shippingMinor: 0n,
        taxMinor: 0n,
        totalMinor,
        shippingMethod: "Standard",
        address: {},
        visitorId: "vis_1",
        placedAt,
        expiresAt: placedAt,
        paidAt: paid ? placedAt : null,
        cancelledAt: cancelled ? placedAt : null,
      },
    })
    await rows.orderLine.create({
      data: {
        tenantId,
        id: newId("orderLine"),
        orderId: id,
        position: 0,
        productId: goods.productId,
        variantId: goods.variantIds[0] ?? "",
        title: "",
        choices: [],
        sku: "",
        quantity,
        unitMinor: 2000n,
        totalMinor,
      },
    })
    return id
  })
}

test("signals are written together; one about an unknown product is dropped", async () => {
  const [shop, other] = [await world.openTestShop(), await world.openTestShop()]
  const { productId } = await publishGoods(shop)
  const { productId: foreign } = await publishGoods(other)
  await recordSignal(shop, { visitorId: "vis_1", kind: "view", productId })
  await recordSignals(shop, [
    { visitorId: "vis_1", kind: "search", productId: null, detail: "mug" },
    { visitorId: "vis_2", kind: "cart", productId },
    { visitorId: "vis_2", kind: "view", productId: foreign },
  ])
  const signals = await shop.read(({ rows }) =>
    rows.signal.findMany({ select: { kind: true, detail: true }, orderBy: { kind: "asc" } }),
  )
  expect(signals).toEqual([
    { kind: "cart", detail: "" },
    { kind: "search", detail: "mug" },
    { kind: "view", detail: "" },
  ])
  expect((await shopSummary(shop)).visitorsToday).toBe(2)
})

test("a browser cannot tell of purchases", () => {
  expect(signalRequests.safeParse([{ kind: "view", productId: "prd_1" }]).success).toBe(true)
  expect(signalRequests.safeParse([{ kind: "purchase", productId: "prd_1" }]).success).toBe(false)
})

test("a purchase is counted once, however often its event comes", async () => {
  const shop = await world.openTestShop()
  const goods = await publishGoods(shop)
  const orderId = await recordOrder(shop, goods, 3)
  await recordPurchase(shop, orderId, "evt_1")
  await recordPurchase(shop, orderId, "evt_1")
  const signals = await shop.read(({ rows }) => rows.signal.findMany())
  expect(signals).toMatchObject([{ kind: "purchase", productId: goods.productId, visitorId: "vis_1", detail: "3" }])
})

test("a shop's figures count paid orders of its own, by day, and name what sells and what runs out", async () => {
  const shop = await world.openTestShop({ currency: "EUR", country: "DE" })
  const [mug, bowl] = [
    await publishGoods(shop, { title: "Mug", onHand: 2 }),
    await publishGoods(shop, { title: "Bowl", onHand: 50 }),
  ]
  await recordOrder(shop, mug, 1)
  await recordOrder(shop, bowl, 4, { daysAgo: 3 })
  await recordOrder(shop, bowl, 9, { daysAgo: 31 })
  await recordOrder(shop, mug, 9, { paid: false })
  await recordOrder(shop, mug, 9, { cancelled: true })

  const summary = await shopSummary(shop)
  expect(summary).toMatchObject({ ordersToday: 1, revenueToday: { minor: 2000n, currency: "EUR" }, ordersToShip: 3 })
  expect(summary.revenue30Days).toHaveLength(30)
  expect(summary.revenue30Days.at(-1)).toEqual({ day: shop.clock.now().toISOString().slice(0, 10), minor: 2000n, orders: 1 })
  expect(summary.revenue30Days.at(-4)).toMatchObject({ minor: 8000n, orders: 1 })
  expect(summary.revenue30Days.reduce((sum, { minor }) => sum + minor, 0n)).toBe(10_000n)
  expect(summary.topProducts.map(({ title, quantity, revenue }) => [title, quantity, revenue.minor])).toEqual([
    ["Bowl", 4, 8000n],
    ["Mug", 1, 2000n],
  ])
  expect(summary.lowStock).toMatchObject([{ title: "Mug", free: 2, variantId: mug.variantIds[0] }])
})

test("the platform's figures keep currencies apart", async () => {
  const [euro, yen] = [await world.openTestShop({ currency: "EUR" }), await world.openTestShop({ currency: "JPY" })]
  await recordOrder(euro, await publishGoods(euro), 1)
  await recordOrder(yen, await publishGoods(yen), 2, { daysAgo: 2 })
  const { tenants, revenue30Days } = await platformSummary(world.platform)
  const find = (ctx: TenantContext) => tenants.find(({ tenantId }) => tenantId === ctx.tenant.id)
  expect(find(euro)).toMatchObject({
    products: 1,
    ordersToday: 1,
    orders30Days: 1,
    revenueToday: { minor: 2000n, currency: "EUR" },
  })
  expect(find(yen)).toMatchObject({
    ordersToday: 0,
    orders30Days: 1,
    revenueToday: { minor: 0n },
    revenue30Days: { minor: 4000n, currency: "JPY" },
  })
  expect(await tenantSummary(world.platform, yen.tenant.id)).toEqual(find(yen))
  expect(await tenantSummary(world.platform, newId("tenant"))).toBeUndefined()
  expect(new Set(revenue30Days.map(({ currency }) => currency))).toEqual(
    new Set(tenants.map(({ revenue30Days }) => revenue30Days.currency)),
  )
})
