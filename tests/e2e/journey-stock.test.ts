import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser, Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { setOnHand } from "#server/domain/inventory/index.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { listMails } from "#server/platform/mail/list-mails.ts"
import { mailFolder } from "#server/platform/mail/mail-folder.ts"
import { chromiumPath, launchChromium } from "#tests/support/browser/chromium.ts"
import { knock } from "#tests/support/browser/knock.ts"
import { type OpenHouse, openHouse } from "#tests/support/browser/open-house.ts"
import { fillAddress, orderPath } from "#tests/support/browser/shopping.ts"
import { type StockedShop, stockShop } from "#tests/support/browser/stock-shop.ts"
import { tellStory } from "#tests/support/browser/story.ts"
import { createVisitor, type Visitor } from "#tests/support/browser/visitor.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"
import { eventually } from "#tests/support/eventually.ts"
import { buildWorld } from "#tests/support/world.ts"

const merchant = { name: "Mina Merchant", email: "mina@tidepool.example", password: "a lamp in every window" }
const watcher = "omar@shopper.example"

describe.skipIf(!chromiumPath)("the last piece, seen by everybody", () => {
  let database: TestDatabase
  let browser: Browser
  let house: OpenHouse
  let shop: StockedShop
  let dataDir = ""
  let mina: Visitor
  let jane: Visitor
  let omar: Visitor
  const people = () => [mina, jane, omar].filter(Boolean)
  tellStory("journey-stock", () => ({ house, visitors: people() }))

  beforeAll(async () => {
    database = await createDatabase()
    const world = buildWorld(database)
    shop = await stockShop(world, "tidepool", "Tidepool Lamps", { title: "Kelp Lamp", onHand: 1 })
    await world.close()
    dataDir = join(process.env["RIALTO_TEST_FOLDER"] ?? tmpdir(), "tidepool")
    house = await openHouse({ name: "journey-stock", ownerUrl: database.ownerUrl, dataDir })
    await hire(house)
    // Their files lie in the memory of the world that made them.
    await house.sql("delete from picture")
    browser = await launchChromium()
    mina = await createVisitor(browser, { name: "merchant", viewport: { width: 1440, height: 1000 } })
    jane = await createVisitor(browser, { name: "shopper-1", viewport: { width: 1200, height: 900 } })
    omar = await createVisitor(browser, { name: "shopper-2", viewport: { width: 360, height: 780 } })
  })

  afterAll(async () => {
    await browser?.close()
    await house?.close()
    await database?.drop()
  })

  const shopUrl = (path: string) => `${house.origin(shop.slug)}${path}`
  const product = () => shopUrl(`/products/${shop.goods.slug}`)

  it("is sold out on another's open page while somebody pays, who sees the time run", async () => {
    await omar.page.goto(product())
    await omar.page.getByText("Only 1 left").waitFor()
    await order(jane.page)
    await jane.page
      .getByRole("timer")
      .getByText(/^1[45]:\d\d left$/)
      .waitFor()
    await omar.page.getByRole("button", { name: "Sold out" }).waitFor()
  })

  it("is waited for: a wrong address is said at its field, the same wish twice is one", async () => {
    const { page } = omar
    omar.expect(/status of 422/)
    const field = page.getByLabel("E-mail address")
    await field.fill("omar@")
    await page.getByRole("button", { name: "Tell me" }).click()
    await page.getByText("This is not a complete e-mail address.").waitFor()
    await field.fill(watcher)
    await page.getByRole("button", { name: "Tell me" }).click()
    await page.getByText("We will write to you").waitFor()
    expect(await watches()).toEqual([{ email: watcher }])
  })

  it("comes free when the time is over: the payer is told and may order again, the other sees it back", async () => {
    const { page } = jane
    // A quarter of an hour is long for a test: the order's own end is brought near.
    await house.sql(`update "order" set expires_at = now() + interval '5 seconds' where status = 'placed'`)
    await page.reload()
    await page
      .getByRole("timer")
      .getByText(/^0:0[1-5] left$/)
      .waitFor()
    await page.getByText("The time to pay is over").waitFor()
    await omar.page.getByText("Only 1 left").waitFor()
    await omar.page.getByText("Back in stock").waitFor()
    expect(await omar.page.getByRole("button", { name: "Add to cart" }).isEnabled()).toBe(true)
  })

  it("catches up on a page that was offline, without a reload", async () => {
    const { page } = omar
    await page.evaluate(() => document.body.setAttribute("data-same-page", ""))
    await omar.context.setOffline(true)
    omar.expect(/ERR_INTERNET_DISCONNECTED/)
    await jane.page.getByRole("button", { name: "Order again" }).click()
    await jane.page.waitForURL("**/cart")
    await jane.page.getByRole("link", { name: "To checkout" }).click()
    await placeOrder(jane.page)
    const told = await heardBy(omar, async () => {
      expect(await page.getByText("Only 1 left").isVisible()).toBe(true)
      await omar.context.setOffline(false)
      await page.getByRole("button", { name: "Sold out" }).waitFor()
    })
    // What it missed came as the answer to where it stood, not as something new.
    expect(told.some((frame) => frame.includes(shop.goods.variantIds[0] ?? "?"))).toBe(true)
    expect(await page.locator("[data-same-page]").count()).toBe(1)
  })

  it("is back when the merchant receives more, and the ledger says why", async () => {
    const { page } = mina
    await page.goto(`${house.origin("console")}/sign-in`)
    await page.getByLabel("E-mail address").fill(merchant.email)
    await page.getByLabel("Password").fill(merchant.password)
    await page.getByRole("button", { name: "Sign in" }).click()
    await page.waitForURL("**/shops/tidepool")
    await page.goto(`${house.origin("console")}/shops/${shop.slug}/stock`)
    await page.getByRole("link", { name: "Kelp Lamp" }).click()
    await page.getByLabel("Pieces that came").fill("7")
    await page.getByRole("button", { name: "Receive" }).click()
    await page.getByText("Received").waitFor()
    await omar.page.getByText("In stock", { exact: true }).waitFor()
    await page.getByRole("link", { name: "Movements" }).click()
    await page.getByRole("row", { name: /Received.*\+7/ }).waitFor()
    await page
      .getByRole("row", { name: /Held for an order.*#/ })
      .first()
      .waitFor()
    await page.getByRole("row", { name: /No longer held.*#/ }).waitFor()
  })

  it("is told to who waited, once, with a link that works and one that ends it", async () => {
    await eventually(async () => (await watches()).length === 0)
    const [letter, ...more] = await lettersTo(watcher)
    expect(more).toEqual([])
    expect(letter?.subject).toBe("Kelp Lamp is back at Tidepool Lamps")
    const { page } = omar
    await page.goto(linkIn(letter?.text, "/products/"))
    await page.getByRole("heading", { name: "Kelp Lamp", level: 1 }).waitFor()
    await page.goto(linkIn(letter?.text, "/back-in-stock/"))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await page.getByRole("button", { name: "Do not write to me" }).click()
    await page.getByRole("heading", { name: "We will not write to you" }).waitFor()
  })

  it("runs low, and the staff get one letter", async () => {
    const { page } = mina
    await page.goto(`${house.origin("console")}/shops/${shop.slug}/stock`)
    await page.getByRole("link", { name: "Kelp Lamp" }).click()
    await page.getByLabel("Pieces counted").fill("3")
    await page.getByRole("button", { name: "Set to the count" }).click()
    await eventually(async () => (await warnings()).length === 1)
    // A minute of gathering is long for a test.
    await house.sql("update stock_warning set at = at - interval '1 minute'")
    await eventually(async () => (await lettersTo(merchant.email)).length === 1)
    const [letter] = await lettersTo(merchant.email)
    expect(letter?.subject).toBe("One article runs low at Tidepool Lamps")
    const [link = ""] = /\S+stock\?low=1/.exec(letter?.text ?? "") ?? []
    await page.goto(link)
    await page.getByRole("link", { name: "Kelp Lamp" }).waitFor()
  })

  it("keeps what the console answered, though each page loads itself again", async () => {
    const { page } = mina
    const inConsole = (path: string) => page.goto(`${house.origin("console")}/shops/${shop.slug}/${path}`)
    const low = page.getByRole("link", { name: /^Stock\s*1$/ })
    const stays = async (answer: string) => {
      await page.getByText(answer, { exact: true }).first().waitFor()
      for (const onHand of [8, 3]) {
        await countPieces(onHand)
        await low.waitFor({ state: onHand === 3 ? "visible" : "hidden" })
      }
      expect(await page.getByText(answer, { exact: true }).first().isVisible()).toBe(true)
    }
    await inConsole("settings")
    await page.getByRole("button", { name: "Save" }).click()
    await stays("Saved. The shop looks like this now.")
    await inConsole(`products/${shop.goods.productId}`)
    await page.getByRole("button", { name: "Save" }).click()
    await stays("Saved")
    mina.expect(/status of 422/)
    await inConsole(`products/${shop.goods.productId}/bundle`)
    await page.getByLabel("Part 1").fill("no-such-thing")
    await page.getByRole("button", { name: "Save" }).click()
    await stays("There is no article with this number.")
  })

  it("met no fault and gave nobody a reason to complain", () => {
    for (const visitor of people()) expect({ [visitor.name]: visitor.complaints() }).toEqual({ [visitor.name]: [] })
    expect(house.faults()).toEqual([])
  })

  /** Somebody else at the console, whom the page hears of. */
  async function countPieces(onHand: number): Promise<void> {
    const world = buildWorld(database)
    const tenant = await findTenantById(world.platform, shop.tenantId)
    await setOnHand(world.shop(present(tenant, "tenant")), shop.goods.variantIds[0] ?? "", onHand)
    await world.close()
  }

  const linkIn = (text = "", path: string) => {
    const from = text.indexOf(`${house.origin(shop.slug)}${path}`)
    return from < 0 ? "" : (text.slice(from).split(/\s/)[0] ?? "")
  }

  const warnings = () => house.sql<{ id: string }>("select id from stock_warning")
  const lettersTo = async (email: string) =>
    (await listMails(mailFolder({ dataDir }))).filter(({ to, subject }) => to === email && !subject.includes("order"))

  const watches = () => house.sql<{ email: string }>("select email from stock_watch")

  async function order(page: Page): Promise<void> {
    await page.goto(product())
    await page.getByRole("button", { name: "Add to cart" }).click()
    await page.getByRole("link", { name: "Cart, 1 item" }).click()
    await page.getByRole("link", { name: "To checkout" }).click()
    await placeOrder(page)
    expect(orderPath(page)).not.toBe("")
  }

  async function placeOrder(page: Page): Promise<void> {
    await fillAddress(page, "jane@shopper.example")
    await page.getByRole("button", { name: "Place order" }).click()
    await page.waitForURL("**/payment")
  }
})

/** The frames that a page's sockets bring while `deed` is done. */
async function heardBy({ page }: Visitor, deed: () => Promise<void>): Promise<string[]> {
  const frames: string[] = []
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => void frames.push(String(payload))))
  await deed()
  return frames
}

/** Somebody who can sign in at the console: whoever opened the shop without its pages has no password there. */
async function hire(house: OpenHouse): Promise<void> {
  const origin = house.origin("console")
  expect((await knock(house, `${origin}/sign-up`, { headers: { origin }, form: merchant })).status).toBe(303)
  await house.sql("update membership set account_id = (select id from account where email = $1)", [merchant.email])
}
