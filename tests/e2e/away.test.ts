import type { Browser } from "playwright"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { setOnHand } from "#server/domain/inventory/index.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import { present } from "#server/kernel/assert.ts"
import { chromiumPath, launchChromium } from "#tests/support/browser/chromium.ts"
import { keepLog, type OpenHouse, openHouse } from "#tests/support/browser/open-house.ts"
import { type StockedShop, stockShop } from "#tests/support/browser/stock-shop.ts"
import { createVisitor, type Visitor } from "#tests/support/browser/visitor.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"
import { buildWorld, type World } from "#tests/support/world.ts"

describe.skipIf(!chromiumPath)("an open page", () => {
  let database: TestDatabase
  let world: World
  let house: OpenHouse
  let shop: StockedShop
  let browser: Browser
  let visitor: Visitor

  beforeAll(async () => {
    database = await createDatabase()
    world = buildWorld(database)
    shop = await stockShop(world, "away", "Away Goods", { title: "Tin Lamp", onHand: 40 })
    house = await openHouse({ name: "away", ownerUrl: database.ownerUrl })
    browser = await launchChromium()
    visitor = await createVisitor(browser, { name: "visitor" })
    // The goods have no picture in the house; being offline is the story.
    visitor.expect(/ERR_INTERNET_DISCONNECTED|WebSocket connection|404.*\/files\//)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return
    await visitor.keep("away")
    keepLog(house)
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
    await world?.close()
    await database?.drop()
  })

  const stock = async (pieces: number) => {
    const ctx = world.shop(present(await findTenantById(world.platform, shop.tenantId), "tenant"))
    await setOnHand(ctx, present(shop.goods.variantIds[0], "variant"), pieces)
  }

  it("says that it was left alone, and catches up when the network is back", async () => {
    const { page, context } = visitor
    await page.goto(`${house.origin("away")}/products/${shop.goods.slug}`)
    await stock(3)
    await page.getByText("Only 3 left").first().waitFor()
    await context.setOffline(true)
    await page.getByText("No connection. This page catches up by itself.").waitFor()
    await stock(2)
    await stock(0)
    expect(await page.getByText("Only 3 left").first().isVisible()).toBe(true)
    await context.setOffline(false)
    await page.getByText("Sold out").first().waitFor()
    await page.locator(".connection-note").waitFor({ state: "detached" })
    await stock(4)
    await page.getByText("Only 4 left").first().waitFor()
    expect(visitor.complaints()).toEqual([])
  })

  it("shows what the same visitor puts into the cart in another window", async () => {
    const first = visitor.page
    await first.goto(`${house.origin("away")}/cart`)
    await first.getByText("Your cart is empty").first().waitFor()
    const second = await visitor.openTab()
    await second.goto(`${house.origin("away")}/products/${shop.goods.slug}`)
    await second.getByRole("button", { name: "Add to cart" }).click()
    await second.getByRole("link", { name: "Cart, 1 item" }).waitFor()
    await first.getByRole("link", { name: "Cart, 1 item" }).waitFor()
    await first
      .getByRole("heading", { name: "Tin Lamp" })
      .or(first.getByRole("link", { name: "Tin Lamp" }))
      .first()
      .waitFor()
    expect(visitor.complaints()).toEqual([])
  })
})
