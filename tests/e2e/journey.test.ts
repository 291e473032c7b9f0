import type { Browser, Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { chromiumPath, launchChromium } from "#tests/support/browser/chromium.ts"
import { type OpenHouse, openHouse } from "#tests/support/browser/open-house.ts"
import { openOwnShop, publishProduct } from "#tests/support/browser/selling.ts"
import { fillAddress, orderPath, payButton, takeCard } from "#tests/support/browser/shopping.ts"
import { makePlatformAdmin, signInAdmin } from "#tests/support/browser/platform-admin.ts"
import { tellStory } from "#tests/support/browser/story.ts"
import { createVisitor, type Visitor } from "#tests/support/browser/visitor.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"
import { eventually } from "#tests/support/eventually.ts"
import { testRedisUrl } from "#tests/support/redis-url.ts"

const redisUrl = testRedisUrl(11)
const profiles = [
  { profile: "embedded", redisUrl: undefined, isThere: true },
  { profile: redisUrl ? "redis" : "redis, which is not on this machine", redisUrl, isThere: redisUrl !== undefined },
]

const shopName = "Harbor Mugs"
const product = "Lighthouse Mug"
const merchant = { name: "Mina Merchant", email: "mina@merchant.example", password: "a kiln and two hands" }
const ada = { name: "Ada Admin", email: "ada@rialto.example", password: "all shops of the bridge" }

for (const { profile, redisUrl, isThere } of profiles) {
  describe.skipIf(!isThere || !chromiumPath)(`the journey, ${profile}`, () => {
    let database: TestDatabase
    let browser: Browser
    let house: OpenHouse
    let mina: Visitor
    let admin: Visitor
    let jane: Visitor
    let omar: Visitor
    let shop = ""
    let consoleUrl = ""
    let firstOrder = ""
    const people = () => [mina, admin, jane, omar].filter(Boolean)
    tellStory(`journey-${profile}`, () => ({ house, visitors: people() }))

    beforeAll(async () => {
      database = await createDatabase()
      house = await openHouse({ name: `journey-${profile}`, ownerUrl: database.ownerUrl, redisUrl })
      browser = await launchChromium()
      mina = await createVisitor(browser, { name: "merchant", viewport: { width: 1440, height: 1000 } })
      admin = await createVisitor(browser, { name: "admin", viewport: { width: 1440, height: 1000 } })
      jane = await createVisitor(browser, { name: "shopper-1", viewport: { width: 1200, height: 900 } })
      omar = await createVisitor(browser, { name: "shopper-2", viewport: { width: 390, height: 844 } })
    })

    afterAll(async () => {
      await browser?.close()
      await house?.close()
      await database?.drop()
    })

    it("opens a shop and publishes a product with two options", async () => {
      const slug = await openOwnShop(mina.page, house, merchant, shopName)
      expect(slug).toBe("harbor-mugs")
      shop = house.origin(slug)
      consoleUrl = `${house.origin("console")}/shops/${slug}`
      const options = [
        ["Size", "Small, Large"],
        ["Glaze", "Blue, White"],
      ] as const
      await publishProduct(mina.page, consoleUrl, { title: product, category: "Drinkware", price: "24.50", options, stock: 2 })
    })

    it("lets the platform watch", async () => {
      await makePlatformAdmin(house, ada)
      await signInAdmin(admin.page, house, ada)
      await cell(admin.page, shopName, "Visitors now").waitFor()
    })

    it("is found in the market, by list, by category and by search", async () => {
      const { page } = jane
      await page.goto(house.origin(""))
      await page.getByRole("link", { name: product }).first().waitFor()
      await page.goto(shop)
      await page.getByRole("link", { name: "All products" }).first().click()
      await page.getByRole("link", { name: product }).first().click()
      await page.getByRole("link", { name: "Drinkware" }).first().click()
      await page.waitForURL("**/categories/drinkware")
      await page.getByRole("link", { name: product }).first().waitFor()
      await page.getByRole("combobox").first().fill("lighthouse")
      await page.keyboard.press("Enter")
      await page.waitForURL("**/search?q=lighthouse")
      await page.getByRole("link", { name: product }).first().click()
      await page.getByRole("heading", { name: product, level: 1 }).waitFor()
      expect(await page.getByText("$24.50").first().isVisible()).toBe(true)
    })

    it("goes into a cart that survives a restart of the browser", async () => {
      await choose(jane.page)
      await jane.page.getByRole("button", { name: "Add to cart" }).click()
      await jane.page.getByRole("link", { name: "Cart, 1 item" }).waitFor()
      await jane.restart()
      await jane.page.goto(`${shop}/cart`)
      await jane.page.getByRole("link", { name: product }).first().waitFor()
    })

    it("is ordered once by a guest who presses twice, and everybody sees it", async () => {
      await openProduct(omar.page)
      await omar.page.getByText("Only 2 left").waitFor()
      await mina.page.goto(`${consoleUrl}/orders`)
      await mina.page.getByText("No orders yet").waitFor()

      const { page } = jane
      await page.getByRole("link", { name: "To checkout" }).click()
      await fillAddress(page, "jane@shopper.example")
      await page.getByRole("radio", { name: /Express/ }).check()
      await page.getByRole("button", { name: "Place order" }).dblclick()
      await page.waitForURL("**/payment")
      firstOrder = orderPath(page)

      await omar.page.getByText("Only 1 left").waitFor()
      await mina.page.getByRole("row", { name: /Jane Shopper.*Unpaid/ }).waitFor()
      await cell(admin.page, shopName, "Orders per minute").filter({ hasNotText: /^0$/ }).waitFor()
      expect(await count(house, `"order"`)).toBe(1)
    })

    it("is paid once, and the page knows after the tab was closed and opened again", async () => {
      const { page } = jane
      await takeCard(page, "good")
      const confirmed = page.waitForResponse((answer) => answer.url().endsWith("/confirm"))
      await payButton(page).dblclick()
      expect((await confirmed).status()).toBe(200)
      const closed = page
      await jane.openTab()
      await closed.close()
      await jane.page.goto(`${shop}${firstOrder}`)
      await jane.page.getByText("Thank you. Your order is paid.").waitFor()
      await mina.page.getByRole("row", { name: /Jane Shopper.*To be shipped/ }).waitFor()
      expect(await house.sql("select status from payment")).toEqual([{ status: "settled" }])
    })

    it("shows others that the last one is gone, when a customer orders it", async () => {
      const { page } = omar
      const watching = jane.page
      const tab = await jane.openTab()
      await openProduct(tab)
      await tab.getByText("Only 1 left").waitFor()
      const [orders, shelf] = [mina.page, await mina.openTab()]
      await shelf.goto(`${consoleUrl}/stock`)
      await cell(shelf, "Small · Blue", "Free").filter({ hasText: /^1$/ }).waitFor()

      await choose(page)
      await page.getByRole("button", { name: "Add to cart" }).click()
      await page.getByRole("link", { name: "Cart, 1 item" }).waitFor()
      await page.goto(`${shop}/account/sign-up?to=/checkout`)
      await page.getByLabel("Name").fill("Omar Shopper")
      await page.getByLabel("E-mail address").fill("omar@shopper.example")
      await page.getByLabel("Password").fill("a mug for every day")
      await page.getByRole("button", { name: "Open an account" }).click()
      await page.waitForURL("**/checkout")
      await fillAddress(page, "omar@shopper.example")
      await page.getByRole("button", { name: "Place order" }).click()
      await page.waitForURL("**/payment")

      const soldOut = tab.getByRole("button", { name: "Sold out" })
      await soldOut.waitFor()
      expect(await soldOut.isDisabled()).toBe(true)
      await cell(admin.page, shopName, "Sold out per minute").filter({ hasNotText: /^0$/ }).waitFor()
      await cell(shelf, "Small · Blue", "Free").filter({ hasText: /^0$/ }).waitFor()
      await shelf.close()
      mina.turnTo(orders)
      await tab.close()
      jane.turnTo(watching)
    })

    it("says what is wrong with a card, and takes the next one", async () => {
      const { page } = omar
      omar.expect(/status of 402/)
      await takeCard(page, "declined")
      await payButton(page).click()
      await page.getByText("Your bank declined the card.").waitFor()
      await takeCard(page, "empty")
      await payButton(page).click()
      await page.getByText("There is not enough money on this card.").waitFor()
      await takeCard(page, "challenged")
      await payButton(page).click()
      await page.getByRole("button", { name: "Fail" }).click()
      await page.getByText("Your bank could not confirm that it is you.").waitFor()
      await takeCard(page, "challenged")
      await payButton(page).click()
      await page.getByRole("button", { name: "Complete" }).click()
      await page.getByText("Thank you. Your order is paid.").waitFor()
      await mina.page
        .getByRole("row", { name: /To be shipped/ })
        .nth(1)
        .waitFor()
    })

    it("is shipped, and the shopper's open page shows it", async () => {
      const { page } = mina
      await page.getByRole("row", { name: /#/ }).last().getByRole("link").click()
      await page.getByLabel("Carrier").fill("UPS")
      await page.getByLabel("Tracking number").fill("1Z-HARBOR-7")
      await page.getByRole("button", { name: "Mark as shipped" }).click()
      await jane.page.getByText("Your parcel is on its way").waitFor()
      await jane.page.getByText("1Z-HARBOR-7").waitFor()
    })

    it("writes a receipt and a shipping notice, which the platform's inbox shows", async () => {
      const { page } = admin
      await page.getByRole("link", { name: "Mail" }).first().click()
      await page.waitForURL("**/mail")
      // The inbox is no live page: mail is sent by a job, in its own time.
      await eventually(async () => {
        await page.reload()
        return (await page.getByRole("row").filter({ hasText: "jane@shopper.example" }).count()) === 2
      }, 30_000)
    })

    it("ends with two orders, two payments, no stock, balanced books and nobody's complaint", async () => {
      expect(await count(house, `"order"`)).toBe(2)
      expect(await house.sql("select status from payment")).toEqual([{ status: "settled" }, { status: "settled" }])
      expect(await house.sql("select on_hand, reserved from stock_level where on_hand + reserved > 0")).toEqual([])
      for (const visitor of people()) expect({ [visitor.name]: visitor.complaints() }).toEqual({ [visitor.name]: [] })
      expect(house.faults()).toEqual([])
    })

    async function openProduct(page: Page): Promise<void> {
      await page.goto(`${shop}/products`)
      await page.getByRole("link", { name: product }).first().click()
      await page.getByRole("heading", { name: product, level: 1 }).waitFor()
    }
  })
}

async function choose(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Small" }).check()
  await page.getByRole("radio", { name: "Blue" }).check()
}

/** One cell of a table: in the row that says `row`, under the heading `column`. */
function cell(page: Page, row: string, column: string) {
  return page.getByRole("row").filter({ hasText: row }).locator(`[data-label="${column}"]`)
}

async function count(house: OpenHouse, table: string): Promise<number> {
  const [row] = await house.sql<{ n: number }>(`select count(*)::int as n from ${table}`)
  return row?.n ?? -1
}
