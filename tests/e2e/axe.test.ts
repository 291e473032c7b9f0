import { join } from "node:path"
import { AxeBuilder } from "@axe-core/playwright"
import type { Browser, Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { chromiumPath, launchChromium } from "#tests/support/browser/chromium.ts"
import { type MainPage, mainPages, type Viewer } from "#tests/support/browser/main-pages.ts"
import { keepLog, type OpenHouse, openHouse } from "#tests/support/browser/open-house.ts"
import { seedHouse } from "#tests/support/browser/seed-house.ts"
import { type ShownHouse, showHouse } from "#tests/support/browser/shown-house.ts"
import type { Visitor } from "#tests/support/browser/visitor.ts"
import { createDatabase, type TestDatabase } from "#tests/support/database.ts"

const widths = [1440, 360]
const schemes = ["light", "dark"] as const
// Ids of pages are known only when the house stands; the names are the same in every house.
const names = mainPages({
  products: {},
  waitingOrder: "",
  paidOrder: "",
  expiredOrder: "",
  consoleProduct: "",
  goneProduct: "",
  bundleProduct: "",
  consoleVariant: "",
  consoleBundle: "",
  consoleOrder: "",
  tenantId: "",
}).map(({ name }) => name)

describe.skipIf(!chromiumPath)("every main page, at 360 and 1440 px, light and dark", () => {
  let database: TestDatabase
  let house: OpenHouse
  let shown: ShownHouse
  let browser: Browser
  const visitors = new Map<Viewer, Visitor>()

  beforeAll(async () => {
    database = await createDatabase()
    const dataDir = join(process.env["RIALTO_TEST_FOLDER"] ?? "", "shown")
    await seedHouse(database.ownerUrl, dataDir)
    house = await openHouse({ name: "axe", ownerUrl: database.ownerUrl, dataDir })
    shown = await showHouse(house)
    browser = await launchChromium()
  }, 300_000)

  afterAll(async () => {
    await browser?.close()
    await house?.close()
    await database?.drop()
  })

  it.each(names)("%s: nothing serious, no sideways scrolling, no complaint", async (name) => {
    const page = mainPages(shown.found).find((one) => one.name === name)
    if (!page) throw new Error(`there is no page ${name}`)
    const visitor = await visitorFor(page)
    try {
      expect(await problemsOf(visitor, page)).toEqual([])
    } catch (error) {
      await visitor.keep(`axe-${name}`)
      keepLog(house)
      throw error
    }
  })

  it("met no fault on the way", () => {
    expect(house.faults()).toEqual([])
  })

  async function visitorFor({ viewer }: MainPage): Promise<Visitor> {
    const known = visitors.get(viewer)
    const visitor = known ?? (await shown.visit(browser, viewer, { reducedMotion: "reduce" }))
    visitors.set(viewer, visitor)
    return visitor
  }

  async function problemsOf(visitor: Visitor, { site, path, status = 200 }: MainPage): Promise<unknown[]> {
    const { page } = visitor
    const before = visitor.complaints().length
    const answer = await page.goto(house.origin(site) + path, { waitUntil: "networkidle" })
    const problems: unknown[] = answer?.status() === status ? [] : [{ status: answer?.status(), wanted: status }]
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      for (const scheme of schemes) {
        await page.emulateMedia({ colorScheme: scheme })
        problems.push(
          ...(await seriousOn(page, scheme === "dark" ? rulesOfColour : undefined)).map((problem) => ({
            width,
            scheme,
            ...problem,
          })),
        )
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) problems.push({ width, scrollsSidewaysBy: wide })
    }
    const complaints = visitor.complaints().slice(before)
    // The browser notes an answer of 404 as an error; here it is the answer that was asked for.
    return [...problems, ...complaints.filter((text) => status === 200 || !text.includes(`status of ${status}`))]
  }
})

/** Darkness changes nothing but colours. */
const rulesOfColour = ["color-contrast", "link-in-text-block"]

/** What axe calls serious or critical, with the places where it is. */
async function seriousOn(page: Page, rules?: string[]): Promise<{ rule: string; places: string[] }[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => ({
      rule: id,
      places: nodes.slice(0, 4).map(({ target, failureSummary }) => `${target}: ${failureSummary?.split("\n")[1]?.trim()}`),
    }))
}
