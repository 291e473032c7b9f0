import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import type { Opened } from "#infra/start/call-off.ts"
import { roleUrls } from "#prisma/roles.ts"
import { ask, contentHeaders } from "./ask.ts"
import type { BenchWorld } from "./bench-world.ts"
import { rounded } from "./latencies.ts"
import { familyOf, memoryOf } from "./memory.ts"
import { loadBarePage, loadPage, type PageFigures } from "./pages.ts"
import { type Product, startProduct } from "./product.ts"
import { type ReplayFigures, replay } from "./replay.ts"
import type { Report, Row } from "./report.ts"
import { isFrame, type Statement } from "./statements.ts"

interface Page {
  readonly name: string
  readonly path: string
}

interface Measured {
  readonly page: string
  readonly cached: PageFigures
  readonly cachedLimit: PageFigures
  readonly rendered: PageFigures
  readonly renderedLimit: PageFigures
  readonly sqlLimit: ReplayFigures
  readonly statements: number
}

const browser = { "Accept-Encoding": "gzip", Accept: "text/html", "User-Agent": "Mozilla/5.0 (bench)", "Accept-Language": "en" }
const connections = 16

/** Product list and product page: from the page cache, and rendered each time, each beside what bare Node and bare pg can do. */
export async function benchStorefront(world: BenchWorld, opened: Opened, forMs: number): Promise<Report> {
  const cached = await startProduct(world, { name: "storefront" })
  opened.add(cached.stop)
  await pause(5_000)
  const atRest = { server: memoryOf([cached.pid]), database: memoryOf(familyOf(world.postgres.pid)) }
  const pages = await pagesOf(cached)
  const scripts = await scriptBytes(cached, pages[1]?.path ?? "")
  const fromCache = await inTurn(pages, (page) => measure(world, cached, page, forMs))
  await cached.stop()

  const plain = await startProduct(world, { name: "storefront", env: { RIALTO_PAGE_CACHE: "false" } })
  opened.add(plain.stop)
  const rendered = await inTurn(pages, (page) => measure(world, plain, page, forMs))
  const traced = await inTurn(pages, (page) => statementsOf(plain, page))
  const sql = await inTurn(traced, (statements) =>
    replay({ url: roleUrls(plain.ownerUrl).app, statements, connections: 8, forMs: forMs / 2 }),
  )
  await plain.stop()

  const measured = pages.flatMap(({ name }, at) => {
    const [one, two, three, four] = [fromCache[at], rendered[at], sql[at], traced[at]]
    if (!one || !two || !three || !four) return []
    const statements = four.filter((statement) => !isFrame(statement)).length
    return {
      page: name,
      cached: one.product,
      cachedLimit: one.bare,
      rendered: two.product,
      renderedLimit: two.bare,
      sqlLimit: three,
      statements,
    }
  })
  return reportOf(measured, atRest, scripts)
}

async function pagesOf({ owner, shop }: Product): Promise<Page[]> {
  const { rows } = await owner.query<{ slug: string }>(
    "select slug from product where tenant_id = $1 and status = 'published' order by published_at desc, id desc limit 1",
    [shop.id],
  )
  return [
    { name: "product list", path: "/products" },
    { name: "product page", path: `/products/${rows[0]?.slug ?? ""}` },
  ]
}

async function measure(
  world: BenchWorld,
  product: Product,
  page: Page,
  forMs: number,
): Promise<{ product: PageFigures; bare: PageFigures }> {
  const load = { host: product.shop.host, path: page.path, connections, forMs }
  await loadPage({ ...load, port: product.port, forMs: Math.min(4_000, forMs) }, product.pid)
  const figures = await loadPage({ ...load, port: product.port }, product.pid, world.postgres.pid)
  const like = await ask(product.port, product.shop.host, page.path, browser)
  const bare = await loadBarePage({ headers: contentHeaders(like.headers), body: like.body }, { ...load, forMs: forMs / 2 })
  return { product: figures, bare }
}

/** Everything that the shop's own role is asked for one page. */
async function statementsOf(product: Product, { path }: Page): Promise<Statement[]> {
  const { statements } = await product.trace(() => ask(product.port, product.shop.host, path, browser))
  return statements.filter(({ program }) => program === "rialto")
}

/** All scripts that a product page names, each compressed by itself as a browser gets it. */
async function scriptBytes({ port, shop }: Product, path: string): Promise<{ files: number; gzip: number }> {
  const page = await ask(port, shop.host, path)
  const names = new Set([...page.body.toString().matchAll(/\/assets\/[\w.-]+\.js/g)].map(([name]) => name))
  const sizes = [...names].map((name) => gzipSync(readFileSync(join("build/app/client", name))).length)
  return { files: sizes.length, gzip: sizes.reduce((sum, size) => sum + size, 0) }
}

function reportOf(
  measured: readonly Measured[],
  atRest: Readonly<Record<"server" | "database", ReturnType<typeof memoryOf>>>,
  scripts: { files: number; gzip: number },
): Report {
  const rows = measured.flatMap(({ page, cached, cachedLimit, rendered, renderedLimit, sqlLimit, statements }): Row[] => [
    { page, what: "from cache", ...shown(cached, cachedLimit) },
    { page, what: "  bare Node, same bytes", ...shown(cachedLimit) },
    { page, what: "rendered", ...shown(rendered, renderedLimit), statements },
    { page, what: "  bare Node, same bytes", ...shown(renderedLimit) },
    { page, what: "  bare pg, same SQL", "per second": sqlLimit.perSecond, "p50 ms": sqlLimit.p50, "p95 ms": sqlLimit.p95 },
  ])
  const rest: Row[] = [
    { what: "web and worker, resident", MB: atRest.server.rssMb, "MB, shared once": atRest.server.pssMb },
    { what: "PostgreSQL, resident", MB: atRest.database.rssMb, "MB, shared once": atRest.database.pssMb },
  ]
  const size: Row[] = [
    { what: `JavaScript of a product page (${scripts.files} files), KB gzipped`, KB: rounded(scripts.gzip / 1_024, 1) },
  ]
  return {
    tables: [
      { title: `Storefront, ${connections} connections`, rows },
      { title: "At rest", rows: rest },
      { title: "In the browser", rows: size },
    ],
    figures: { connections, pages: measured, atRest, scripts },
    broken: measured
      .filter(({ statements }) => statements > 6 || statements === 0)
      .map(({ page, statements }) => `${page} takes ${statements} SQL statements`),
  }
}

function shown(figures: PageFigures, limit?: PageFigures): Row {
  return {
    "per second": figures.perSecond,
    "of the limit": limit && `${rounded((figures.perSecond / limit.perSecond) * 100, 1)} %`,
    "p50 ms": figures.p50,
    "p95 ms": figures.p95,
    "CPU s per 1,000": figures.cpuPer1000,
    "database CPU s per 1,000": figures.databaseCpuPer1000,
    bytes: figures.bytes,
  }
}

async function inTurn<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await run(item))
  return results
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
