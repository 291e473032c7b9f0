import { join } from "node:path"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#infra/start/embedded/embedded-postgres.ts"
import { migrate } from "#prisma/migrate.ts"
import { roleUrls } from "#prisma/roles.ts"
import { keepLog, type OpenHouse, openHouse } from "#tests/support/browser/open-house.ts"
import { payByHand, placeOrderByHand } from "#tests/support/browser/order-by-hand.ts"
import { addressForm, type StockedShop, stockShop } from "#tests/support/browser/stock-shop.ts"
import { createStranger, type Stranger } from "#tests/support/browser/stranger.ts"
import { eventually } from "#tests/support/eventually.ts"
import { buildWorld } from "#tests/support/world.ts"

const folder = join(process.env["RIALTO_TEST_FOLDER"] ?? "/tmp", "outage")

let postgres: EmbeddedPostgres
let ownerUrl: string
let house: OpenHouse
let shop: StockedShop
let shopper: Stranger

/** A database of this test's own: the others' must not be stopped. */
beforeAll(async () => {
  postgres = await startEmbeddedPostgres({ dataDir: folder, durable: false })
  ownerUrl = postgres.ownerUrl("rialto")
  await migrate(ownerUrl)
  const { app, platform } = roleUrls(ownerUrl)
  const world = buildWorld({ appUrl: app, platformUrl: platform })
  shop = await stockShop(world, "northshore", "Northshore Tea", { title: "Smoked Tea", onHand: 5 })
  await world.close()
  house = await openHouse({ name: "outage", ownerUrl })
  shopper = createStranger(house, shop.slug)
})

afterEach(({ task }) => {
  if (task.result?.state === "fail") keepLog(house)
})

afterAll(async () => {
  await house?.close()
  await postgres?.stop()
})

it("says so while the database is away, loses nothing, and recovers by itself", async () => {
  const [variantId = ""] = shop.goods.variantIds
  await shopper.post("/cart/lines", { variantId, quantity: "1" })
  const form = { email: "ola@outage.example", ...addressForm, shippingMethodId: shop.shippingMethodId }
  const order = await placeOrderByHand(shopper, form)
  await shopper.post("/cart/lines", { variantId, quantity: "3" })
  expect(await shopper.cartCount()).toBe(3)

  await postgres.stop()
  // Whoever held a connection still has to notice.
  await eventually(async () => (await shopper.get("/cart")).status === 503)
  for (const path of ["/cart", "/products?sort=title&page=1", `/orders/${order.id}`, "/search?q=tea"]) {
    const { status, text, headers } = await shopper.get(path, { headers: { accept: "text/html" } })
    expect({ path, status }).toEqual({ path, status: 503 })
    expect(text).toMatch(/We will be (right )?back/)
    expect(text).not.toMatch(/node_modules|\.(ts|tsx|js):\d+:\d+|\n\s+at |Prisma|ECONN|postgres/i)
    expect(headers["refresh"] ?? headers["retry-after"]).toBeDefined()
  }
  expect((await shopper.post("/cart/lines", { variantId, quantity: "1" })).status).toBe(503)
  expect((await shopper.get("/healthz")).status).toBe(200)
  expect((await shopper.get("/readyz")).status).toBe(503)
  // The provider takes the money meanwhile; its message finds nobody at home, and comes again.
  expect(await payByHand(house, shopper, order)).toBe(200)

  postgres = await startEmbeddedPostgres({ dataDir: folder, durable: false })
  expect(postgres.ownerUrl("rialto")).toBe(ownerUrl)
  await eventually(async () => (await shopper.get("/readyz")).status === 200, 30_000)
  await eventually(async () => (await shopper.get("/cart")).status === 200, 30_000)
  expect(await shopper.cartCount()).toBe(3)
  await eventually(async () => (await shopper.get(`/orders/${order.id}`)).text.includes("Thank you. Your order is paid."), 60_000)
  expect(await house.sql(`select status from "order"`)).toEqual([{ status: "paid" }])
  expect(await house.sql("select status from payment")).toEqual([{ status: "settled" }])
})
