import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright"
import sharp from "sharp"
import { openedUntilCalledOff } from "#infra/start/call-off.ts"
import { findChromium } from "#infra/start/chromium.ts"
import { PlainFailure } from "#infra/start/embedded/plain-failure.ts"
import { step } from "#infra/start/progress.ts"
import { launchChromium } from "#tests/support/browser/chromium.ts"
import { type MainPage, mainPages } from "#tests/support/browser/main-pages.ts"
import { type OpenHouse, openHouse } from "#tests/support/browser/open-house.ts"
import { type ShownHouse, showHouse } from "#tests/support/browser/shown-house.ts"
import { openBenchWorld } from "./bench-world.ts"

/**
 * `npm run screenshots`: every main page in two widths, light and dark, into `.data/screenshots`. With `-- <word>`, only pages
 * whose name has the word in it; with `-- --readme`, the picture of the README and nothing else.
 */
const folder = join(".data", "screenshots")
const readmePicture = join("infra", "pictures", "market.webp")
const widths = [1440, 360]
const schemes = ["light", "dark"] as const

const opened = openedUntilCalledOff(130)
const words = process.argv.slice(2)
let code = 1
try {
  const found = findChromium(true)
  if (typeof found === "string") throw new PlainFailure(`No pictures can be taken: ${found}.`)
  const world = await openBenchWorld(opened)
  const house = await openHouse({ name: "screenshots", ...(await world.copy("screenshots")) })
  opened.add(() => house.close())
  const shown = await showHouse(house)
  const browser = await launchChromium(found.path)
  opened.add(() => browser.close())
  if (words.includes("--readme")) await takeReadmePicture(browser, house)
  else await takeAll(browser, house, shown)
  code = 0
} catch (error) {
  const said = error instanceof PlainFailure ? error.message : String(error instanceof Error ? error.stack : error)
  if (!opened.isCalledOff()) process.stderr.write(`${said}\n`)
}
if (!opened.isCalledOff()) {
  await opened.closeAll()
  process.exit(code)
}

async function takeAll(browser: Browser, house: OpenHouse, shown: ShownHouse): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const pages = mainPages(shown.found).filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  for (const page of pages) {
    await step(page.name, async () => {
      const visitor = await shown.visit(browser, page.viewer, { reducedMotion: "reduce" })
      await takePage(visitor.page, house, page)
      await visitor.close()
      const [complaint] = visitor.complaints().filter((text) => !text.includes(`status of ${page.status}`))
      return { outcome: complaint ? `taken, though it complains: ${complaint}` : "taken", result: undefined }
    })
  }
}

async function takePage(page: Page, house: OpenHouse, { name, site, path }: MainPage): Promise<void> {
  await page.goto(house.origin(site) + path, { waitUntil: "networkidle" })
  for (const width of widths) {
    await page.setViewportSize({ width, height: width > 1000 ? 900 : 780 })
    await loadPictures(page)
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme })
      const file = `${name}-${width}${scheme === "dark" ? "-dark" : ""}.png`
      await page.screenshot({ path: join(folder, file), fullPage: true, animations: "disabled" })
    }
  }
}

/** Also those below the fold, which a browser would leave for later. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = "eager"
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => undefined)))
  })
}

async function takeReadmePicture(browser: Browser, house: OpenHouse): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1500 }, colorScheme: "light" })
  await page.goto(house.origin(""), { waitUntil: "networkidle" })
  await loadPictures(page)
  mkdirSync(join("infra", "pictures"), { recursive: true })
  const shot = await page.screenshot({ animations: "disabled" })
  const { size } = await sharp(shot).webp({ quality: 82 }).toFile(readmePicture)
  process.stdout.write(`${readmePicture}: ${Math.round(size / 1024)} KB\n`)
}
