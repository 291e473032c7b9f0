import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { knock } from "#tests/support/browser/knock.ts"
import { keepLog, type OpenHouse, openHouse } from "#tests/support/browser/open-house.ts"
import { addressForm, type StockedShop, stockShop } from "#tests/support/browser/stock-shop.ts"
import { createStranger, type Stranger } from "#tests/support/browser/stranger.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"
import { buildWorld, type World } from "#tests/support/world.ts"

let database: TestDatabase
let world: World
let house: OpenHouse
let north: StockedShop
let south: StockedShop
let shopper: Stranger

beforeAll(async () => {
  database = await createDatabase()
  world = buildWorld(database)
  north = await stockShop(world, "northshore", "Northshore Tea", { title: "Smoked Tea", priceMinor: 2_000, onHand: 9 })
  south = await stockShop(world, "southbank", "Southbank Books", { title: "Blank Book", priceMinor: 1_500, onHand: 9 })
  house = await openHouse({ name: "hostile", ownerUrl: database.ownerUrl })
  shopper = createStranger(house, north.slug)
})

afterEach(({ task }) => {
  if (task.result?.state === "fail") keepLog(house)
})

afterAll(async () => {
  await house?.close()
  await world?.close()
  await database?.drop()
})

it.each(["0", "-1", "1000000000", "1.5", "two", "1e3", "NaN", "1 or 1=1"])(
  "refuses the quantity %j and writes nothing",
  async (quantity) => {
    const [variantId = ""] = north.goods.variantIds
    const answer = await shopper.post("/cart/lines", { variantId, quantity })
    expectPlain(answer.text)
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/A whole number, please\.|A number, please\.|It must be at least 1\.|It may be at most 99\./)
    expect(await shopper.cartCount()).toBe(0)
  },
)

it.each(["0", "-1", "1000000000", "two"])(
  "keeps a cart as it is when its quantity becomes %j, but for 0, which empties it",
  async (quantity) => {
    const own = createStranger(house, north.slug)
    const [variantId = ""] = north.goods.variantIds
    await own.post("/cart/lines", { variantId, quantity: "2" })
    const answer = await own.post("/cart", { "variantId[]": variantId, quantity })
    expectPlain(answer.text)
    expect({ status: answer.status, count: await own.cartCount() }).toEqual(
      quantity === "0" ? { status: 303, count: 0 } : { status: 422, count: 2 },
    )
  },
)

it("reads neither price nor total, tenant nor stock from a form, and makes one order of five equal ones", async () => {
  const own = createStranger(house, north.slug)
  const [variantId = ""] = north.goods.variantIds
  const lies = {
    price: "1",
    "price.minor": "1",
    total: "1",
    tenantId: south.tenantId,
    tenant_id: south.tenantId,
    stock: "999",
    currency: "JPY",
  }
  await own.post("/cart/lines", { variantId, quantity: "2", ...lies })
  const form = { email: "hal@hostile.example", ...addressForm, shippingMethodId: north.shippingMethodId, ...lies }
  const answers = await Promise.all(Array.from({ length: 5 }, () => own.post("/checkout", form)))
  for (const { status, text } of answers) {
    expect([303, 422]).toContain(status)
    expectPlain(text)
  }
  const orders = await house.sql<{
    tenant: string
    goods: number
    shipping: number
    tax: number
    total: number
    currency: string
  }>(
    `select tenant_id as tenant, subtotal_minor::int as goods, shipping_minor::int as shipping, tax_minor::int as tax,
            total_minor::int as total, currency from "order"`,
  )
  expect(orders).toMatchObject([{ tenant: north.tenantId, goods: 4_000, currency: "USD" }])
  const [order] = orders
  expect(order?.total).toBe(4_000 + (order?.shipping ?? 0) + (order?.tax ?? 0))
  expect(await house.sql("select on_hand, reserved from stock_level where variant_id = $1", [variantId])).toEqual([
    { on_hand: 9, reserved: 2 },
  ])
})

it("sells no other shop's goods", async () => {
  const own = createStranger(house, north.slug)
  const [foreign = ""] = south.goods.variantIds
  const answer = await own.post("/cart/lines", { variantId: foreign, quantity: "1" })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expectPlain(answer.text)
  expect(answer.text).not.toContain("Southbank")
  expect(await own.cartCount()).toBe(0)
})

it("answers a checkout that lacks everything at its fields, and keeps what was typed", async () => {
  const own = createStranger(house, north.slug)
  const [variantId = ""] = north.goods.variantIds
  await own.post("/cart/lines", { variantId, quantity: "1" })
  const answer = await own.post("/checkout", {
    ...addressForm,
    email: "not an address",
    "address.line1": "",
    shippingMethodId: "shm_nothing",
  })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain("This is not a complete e-mail address.")
  expect(answer.text).toContain("Please fill this in.")
  expect(answer.text).toContain("not an address")
  expect(await ordersOf("not an address")).toEqual([])
})

it("takes no body that is too large, no form or broken", async () => {
  const [variantId = ""] = north.goods.variantIds
  const large = await shopper.post("/cart/lines", { variantId, quantity: "1", returnTo: "x".repeat(100_000) })
  const { origin } = shopper
  const json = await shopper.send("/cart/lines", {
    body: JSON.stringify({ variantId, quantity: 1 }),
    headers: { origin, "content-type": "application/json" },
  })
  const broken = await shopper.send("/cart/lines", {
    body: "--nothing of the kind",
    headers: { origin, "content-type": "multipart/form-data; boundary=a" },
  })
  const address = await shopper.get("/products/%E0%A4%A")
  const deep = await shopper.post("/cart/lines", {
    [`a${"[0]".repeat(4_000)}`]: "1",
    "__proto__.polluted": "1",
    "constructor.prototype.x": "1",
  })
  expect([large, json, broken].map(({ status }) => status)).toEqual([413, 415, 400])
  for (const { status, text } of [large, json, broken, address, deep]) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expectPlain(text)
  }
  expect(await shopper.cartCount()).toBe(0)
})

it("takes no change from another site, nor from nowhere", async () => {
  const own = createStranger(house, north.slug)
  const [variantId = ""] = north.goods.variantIds
  const form = { variantId, quantity: "1" }
  const forged = [
    await own.send("/cart/lines", { form }),
    await own.post("/cart/lines", form, { origin: "http://evil.example" }),
    await own.post("/cart/lines", form, { origin: house.origin(south.slug) }),
    await own.post("/cart/lines", form, { origin: "null" }),
    await own.post("/cart/lines", form, { "sec-fetch-site": "cross-site" }),
    await own.post("/cart/lines", form, { "sec-fetch-site": "same-site" }),
    await own.post("/cart/lines.data", form, { origin: "http://evil.example" }),
    await own.post("/cart/lines", form, {
      origin: house.origin(south.slug),
      "x-forwarded-host": `southbank.localhost:${house.port}`,
    }),
  ]
  for (const { status, text } of forged) {
    expect(status).toBe(403)
    expectPlain(text)
  }
  expect(await own.cartCount()).toBe(0)
})

it.each([
  "evil.example",
  "localhost.evil.example",
  "northshore.localhost.evil.example",
  "nobody.localhost",
  "127.0.0.1",
  "",
  "northshore.localhost@evil.example",
  "../northshore",
])("knows no host %j, and names no shop to it", async (host) => {
  const answer = await knock(house, house.origin(""), { headers: { host: host && `${host}:${house.port}` } })
  expect([400, 404]).toContain(answer.status)
  expectPlain(answer.text)
  expect(answer.text).not.toMatch(/northshore|southbank/i)
  expect(answer.headers["set-cookie"]).toBeUndefined()
})

it("shows nobody's order and no shop's console to a stranger", async () => {
  const [order] = await house.sql<{ id: string }>(`select id from "order" limit 1`)
  const path = `/orders/${order?.id}`
  const stranger = createStranger(house, north.slug)
  const neighbour = createStranger(house, south.slug)
  const answers = [
    await stranger.get(path),
    await stranger.get(`${path}?token=${"a".repeat(43)}`),
    await neighbour.get(path),
    await stranger.get(`${path}/payment`),
    await stranger.post(`${path}/cancellation`, {}),
    await stranger.get("/orders/ord_00000000000000000000000000"),
  ]
  for (const { status, text } of answers) {
    expect(status).toBe(404)
    expectPlain(text)
    expect(text).not.toMatch(/Hal Hostile|Back Alley/)
  }
  const door = createStranger(house, "console")
  expect((await door.get(`/shops/${north.slug}/orders`)).status).toBe(303)
  expect((await door.post("/sign-in", { email: "nobody@northshore.example", password: "wrong" })).status).toBeGreaterThanOrEqual(
    400,
  )
})

it("believes no message of a provider that does not sign it", async () => {
  const event = JSON.stringify({ id: "evt_1", type: "payment_intent.succeeded", data: { object: { id: "pi_1", metadata: {} } } })
  const headers = { "content-type": "application/json" }
  const bare = await knock(house, `${house.origin("")}/webhooks/stripe`, { body: event, headers })
  const forged = await knock(house, `${house.origin("")}/webhooks/stripe`, {
    body: event,
    headers: { ...headers, "stripe-signature": `t=${Math.floor(Date.now() / 1000)},v1=${"0".repeat(64)}` },
  })
  expect([bare.status, forged.status]).toEqual([400, 400])
  expect(await house.sql("select id from provider_event where id like '%evt_1'")).toEqual([])
})

it("met no fault in all this", () => {
  expect(house.faults()).toEqual([])
})

function ordersOf(email: string): Promise<unknown[]> {
  return house.sql(`select id from "order" where email = $1`, [email])
}

/** What an answer must never hold: a stack, a query, a vendor's words. */
function expectPlain(text: string): void {
  expect(text).not.toMatch(/node_modules|\.(ts|tsx|js):\d+:\d+|\n\s+at |Prisma|Zod|select .* from |ECONN|postgres/i)
}
