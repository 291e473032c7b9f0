import type { Browser, Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { chromiumPath, launchChromium } from "#tests/support/browser/chromium.ts"
import { type OpenHouse, openHouse } from "#tests/support/browser/open-house.ts"
import { makePlatformAdmin, signInAdmin } from "#tests/support/browser/platform-admin.ts"
import { tellStory } from "#tests/support/browser/story.ts"
import { createVisitor, type Visitor } from "#tests/support/browser/visitor.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"
import { buildWorld, type World } from "#tests/support/world.ts"

const ada = { name: "Ada Admin", email: "ada@rialto.example", password: "all shops of the bridge" }

describe.skipIf(!chromiumPath)("the admin's live page", () => {
  let database: TestDatabase
  let browser: Browser
  let house: OpenHouse
  let world: World
  let admin: Visitor
  let plain: Visitor
  let shop: TenantContext
  tellStory("watch", () => ({ house, visitors: [admin, plain].filter(Boolean) }))

  beforeAll(async () => {
    database = await createDatabase()
    world = buildWorld(database)
    house = await openHouse({ name: "watch", ownerUrl: database.ownerUrl })
    browser = await launchChromium()
    admin = await createVisitor(browser, { name: "admin", viewport: { width: 1440, height: 1000 } })
    plain = await createVisitor(browser, { name: "plain-admin", viewport: { width: 360, height: 800 }, javaScriptEnabled: false })
    shop = await world.openTestShop({ name: "Harbor Mugs" })
    await world.openTestShop({ name: "Quiet Shop" })
    await makePlatformAdmin(house, ada)
  })
  afterAll(async () => {
    await browser?.close()
    await house?.close()
    await world?.close()
    await database?.drop()
  })

  const cell = (page: Page, label: string) => page.getByRole("row", { name: /Harbor Mugs/ }).locator(`td[data-label="${label}"]`)
  const happen = (name: string, payload: object) =>
    shop.transact(
      ({ sql, tenantId }) => sql`
      insert into outbox_event (tenant_id, id, name, payload, at)
      values (${tenantId}, 'evt_' || gen_random_uuid(), ${name}, ${JSON.stringify(payload)}::jsonb, now())`,
    )
  const measure = (faults: number, pages: number) =>
    house.sql(
      `insert into pulse_minute (tenant_id, minute, faults, pages) values ($1, date_trunc('minute', now()) - interval '2 minutes', $2, $3)
       on conflict (tenant_id, minute) do update set faults = excluded.faults, pages = excluded.pages`,
      [shop.tenant.id, faults, pages],
    )

  it("sees what happens without being loaded again", async () => {
    const { page } = admin
    await signInAdmin(page, house, ada)
    await cell(page, "Sold out per minute").filter({ hasText: /^0$/ }).waitFor()
    await page.evaluate(() => Reflect.set(window, "isTheSamePage", true))
    await happen("stock.moved", { variantId: "var_1", productId: "prd_1", free: 0, onHand: 0, revision: 1 })
    await happen("order.cancelled", { orderId: "ord_none", reason: "expired" })
    await cell(page, "Sold out per minute").filter({ hasText: /^1$/ }).waitFor()
    // Cancelling asks for a job.
    await cell(page, "Jobs, p95").filter({ hasNotText: "–" }).waitFor()
    expect(await page.evaluate(() => Reflect.get(window, "isTheSamePage"))).toBe(true)
  })

  it("orders and filters by address and by keyboard", async () => {
    const { page } = admin
    const head = page.getByRole("columnheader", { name: "Sold out per minute" })
    const sorted = (way: string) => page.locator(`th[aria-sort="${way}"]`, { hasText: "Sold out per minute" })
    await head.getByRole("button").focus()
    await page.keyboard.press("Enter")
    await sorted("descending").waitFor()
    expect(page.url()).toMatch(/\?sort=stock-outs$/)
    await page.keyboard.press("Enter")
    await sorted("ascending").waitFor()
    expect(page.url()).toMatch(/\?sort=stock-outs&way=up$/)
    await page.getByLabel("Filter by name").fill("quiet")
    await page.waitForURL("**q=quiet**")
    await page.getByRole("row", { name: /Harbor Mugs/ }).waitFor({ state: "detached" })
    await page.getByRole("row", { name: /Quiet Shop/ }).waitFor()
    await page.getByLabel("Filter by name").fill("")
    await cell(page, "Orders per minute").waitFor()
  })

  it("raises an alert, mails it, and is told when somebody knows and when it is over", async () => {
    const { page } = admin
    await measure(40, 100)
    await page.getByRole("alert").getByText("1 new alert").waitFor()
    await page.getByRole("alert").getByRole("link").click()
    const card = page.getByRole("list", { name: "Alerts that are on" }).getByRole("listitem")
    await card.getByText("Many errors").waitFor()
    await card.getByText(/^\d\d(\.\d)?% now, .*; the limit is 5%\.$/).waitFor()
    await card.getByLabel("Note").fill("A bad release; it is being rolled back")
    await card.getByRole("button", { name: "Acknowledge" }).click()
    await card.getByText(/Acknowledged by Ada Admin/).waitFor()
    await card.getByText("A bad release; it is being rolled back").waitFor()

    await page.goto(`${house.origin("admin")}/mail`)
    await page.getByRole("link", { name: "Many errors: Harbor Mugs" }).waitFor()
    expect(await page.getByRole("link", { name: /Many errors/ }).count()).toBe(1)
    await page.goto(`${house.origin("admin")}/audit`)
    await page.getByRole("row", { name: /alerts.acknowledge.*Ada Admin.*Harbor Mugs.*A bad release/ }).waitFor()

    await page.goto(`${house.origin("admin")}/alerts`)
    await card.getByText("Acknowledged").first().waitFor()
    await measure(0, 100)
    await page.getByText("No alert is on").waitFor()
    await page.getByRole("row", { name: /Many errors.*Harbor Mugs.*Ada Admin: A bad release/ }).waitFor()
    // Broken again, it is another alert, and nobody has acknowledged that one.
    await measure(50, 100)
    await card.getByRole("button", { name: "Acknowledge" }).waitFor()
  })

  it("looks into one shop: its hour, its alerts, its errors", async () => {
    const { page } = admin
    await house.sql(
      `insert into fault_note (id, tenant_id, reference, source, place, message, at)
       values ('flt_1', $1, 'ref4711', 'job', 'outreach.send-receipt', 'Error: the post is closed', now())`,
      [shop.tenant.id],
    )
    await page.goto(house.origin("admin"))
    await page.getByRole("link", { name: "Harbor Mugs" }).click()
    await page.getByRole("heading", { name: "Harbor Mugs", level: 1 }).waitFor()
    const errors = page.getByRole("img", {
      name: /^Errors per minute, minute by minute over the last hour: now \d+, highest 5\d at/,
    })
    await errors.waitFor()
    await page.getByText("Show the figures as a table").click()
    await page
      .getByRole("table", { name: /The last hour by minutes/ })
      .getByRole("row")
      .nth(1)
      .waitFor()
    await page
      .getByRole("row", { name: /the post is closed.*outreach.send-receipt.*ref4711/ })
      .first()
      .waitFor()
    await page.getByRole("link", { name: "Shop and suspension" }).click()
    await page.getByRole("button", { name: "Suspend shop" }).waitFor()
  })

  it("works without scripts: sorting, limits, acknowledgement", async () => {
    const { page } = plain
    plain.expect(/status of 422/)
    await page.goto(house.origin("admin"))
    await page.getByLabel("Email").fill(ada.email)
    await page.getByLabel("Password").fill(ada.password)
    await page.getByRole("button", { name: "Sign in" }).click()
    await page.getByRole("link", { name: "Quiet Shop" }).waitFor()
    await page.setViewportSize({ width: 1440, height: 1000 })
    await page.getByRole("button", { name: "Visitors now" }).click()
    await page.waitForURL("**by=visitors**")
    expect(await page.getByRole("columnheader", { name: "Visitors now" }).getAttribute("aria-sort")).toBe("descending")

    await page.goto(`${house.origin("admin")}/alerts/rules`)
    const rule = page.getByRole("form", { name: "Jobs are waiting" })
    await rule.getByLabel("Limit in seconds").fill("0")
    await rule.getByRole("button", { name: "Save" }).click()
    await rule.getByText("It must be at least 1.").waitFor()
    await rule.getByLabel("Limit in seconds").fill("90")
    await rule.getByRole("button", { name: "Save" }).click()
    await rule.getByText("Saved").waitFor()
    expect(await rule.getByLabel("Limit in seconds").inputValue()).toBe("90")

    await page.goto(`${house.origin("admin")}/alerts`)
    await page.getByRole("button", { name: "Acknowledge" }).click()
    await page
      .getByText(/Acknowledged by Ada Admin/)
      .first()
      .waitFor()
    expect([...admin.complaints(), ...plain.complaints()]).toEqual([])
  })
})
