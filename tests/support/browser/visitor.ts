import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright"
import { failuresFolder } from "./open-house.ts"

/** Somebody in a browser of their own. What their browser complains about is kept: a page that works gives no reason to. */
export interface Visitor {
  readonly name: string
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of pages and of the console, but for those that were expected. */
  complaints(): readonly string[]
  /** From now on such a complaint is part of the story, as a declined card is. */
  expect(complaint: RegExp): void
  /** Closes the browser and opens it anew. Only what a browser keeps on disk is still there. */
  restart(): Promise<void>
  /** Another tab of the same browser becomes the page. */
  openTab(): Promise<Page>
  turnTo(tab: Page): void
  /** Keeps a picture of the page and the complaints, for whoever looks into a failure. */
  keep(story: string): Promise<void>
  close(): Promise<void>
}

export interface VisitorWish extends BrowserContextOptions {
  readonly name: string
}

const patienceMs = 30_000

export async function createVisitor(browser: Browser, { name, ...options }: VisitorWish): Promise<Visitor> {
  const complaints: string[] = []
  const expected: RegExp[] = []
  const note = (text: string) => void complaints.push(text)

  async function open(storage?: BrowserContextOptions["storageState"]): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ locale: "en-US", ...options, ...(storage ? { storageState: storage } : {}) })
    context.setDefaultTimeout(patienceMs)
    context.on("weberror", (error) => note(`page error: ${error.error().stack ?? error.error().message}`))
    context.on("console", (message) => {
      if (message.type() === "error") note(`console: ${message.text()} (${message.location().url})`)
    })
    return { context, page: await context.newPage() }
  }

  let now = await open()
  return {
    name,
    get page() {
      return now.page
    },
    get context() {
      return now.context
    },
    complaints: () => complaints.filter((text) => !expected.some((pattern) => pattern.test(text))),
    expect: (complaint) => void expected.push(complaint),
    async restart() {
      const { cookies, origins } = await now.context.storageState()
      await now.context.close()
      // A cookie without an end goes with the browser.
      now = await open({ origins, cookies: cookies.filter(({ expires }) => expires !== -1) })
    },
    async openTab() {
      now = { context: now.context, page: await now.context.newPage() }
      return now.page
    },
    turnTo(tab) {
      now = { context: now.context, page: tab }
    },
    async keep(story) {
      mkdirSync(failuresFolder, { recursive: true })
      const file = join(failuresFolder, `${story}-${name}`.replace(/[^a-z0-9]+/gi, "-"))
      const [picture, url] = [now.page.screenshot({ path: `${file}.png`, fullPage: true }), now.page.url()]
      await picture.catch(() => undefined)
      writeFileSync(`${file}.log`, `${[url, ...complaints].join("\n")}\n`)
    },
    close: () => now.context.close(),
  }
}
