import type { Client } from "pg"
import type { Opened } from "#infra/start/call-off.ts"
import { ask } from "./ask.ts"
import type { BenchWorld } from "./bench-world.ts"
import { latenciesOf, rounded } from "./latencies.ts"
import { type Product, startProduct } from "./product.ts"
import type { Report, Row } from "./report.ts"
import { fillShop, questions, typing } from "./search-goods.ts"

const sizes = [1_000, 10_000, 100_000]
const mostMs = 25
const browser = { "Accept-Encoding": "gzip", Accept: "text/html", "User-Agent": "Mozilla/5.0 (bench)", "Accept-Language": "en" }

/** Search through the app at three sizes of a shop, beside what plain SQL takes for the same words; one request after the other. */
export async function benchSearch(world: BenchWorld, opened: Opened, forMs: number): Promise<Report> {
  const most = Number(process.argv[4]) || sizes.at(-1) || 0
  const rows: Row[] = []
  const indexing: Row[] = []
  const broken: string[] = []
  for (const size of sizes.filter((size) => size <= most)) {
    const product = await startProduct(world, { name: "search", env: { RIALTO_PAGE_CACHE: "false" } })
    opened.add(product.stop)
    indexing.push(await fillAndIndex(product, size))
    const began = performance.now()
    await answered(product, "/search/suggestions?q=mug")
    const first = performance.now() - began
    const pages = await measured(forMs, questions, (words) => answered(product, `/search?${new URLSearchParams({ q: words })}`))
    const typed = await measured(forMs, typing, (words) =>
      answered(product, `/search/suggestions?${new URLSearchParams({ q: words })}`),
    )
    rows.push({ products: size, what: "result page with facets, through the app", ...pages })
    rows.push({ products: size, what: "suggestions, letter by letter, through the app", ...typed })
    rows.push({
      products: size,
      what: "  plain tsvector, SQL alone",
      ...(await measured(forMs / 2, questions, (words) => plainWords(product, words))),
    })
    rows.push({
      products: size,
      what: "  plain ILIKE, SQL alone",
      ...(await measured(forMs / 2, questions, (words) => plainLike(product, words))),
    })
    rows.push({ products: size, what: "first question after a start", "p50 ms": rounded(first, 0) })
    if (Number(pages["p95 ms"]) > mostMs || Number(typed["p95 ms"]) > mostMs)
      broken.push(`p95 is ${pages["p95 ms"]} and ${typed["p95 ms"]} ms at ${size} products, above ${mostMs}`)
    await product.stop()
  }
  return {
    tables: [
      { title: "Search, one request after the other", rows },
      { title: "Indexing by the workers", rows: indexing },
    ],
    figures: { rows, indexing },
    broken,
  }
}

async function fillAndIndex({ owner, shop }: Product, size: number): Promise<Row> {
  await fillShop(owner, shop.id, size)
  const started = performance.now()
  for (;;) {
    const { rows } = await owner.query<{ due: number }>("select count(*)::int as due from search_due where tenant_id = $1", [
      shop.id,
    ])
    if (rows[0]?.due === 0) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const seconds = (performance.now() - started) / 1_000
  return { products: size, seconds: rounded(seconds, 1), "documents per second": Math.round(size / seconds) }
}

async function answered({ port, shop }: Product, path: string): Promise<void> {
  const { status } = await ask(port, shop.host, path, browser)
  if (status !== 200) throw new Error(`${path} answered ${status}`)
}

async function measured(forMs: number, words: readonly string[], run: (words: string) => Promise<unknown>): Promise<Row> {
  for (const one of words.slice(0, 12)) await run(one)
  const millis: number[] = []
  const until = performance.now() + forMs
  for (let at = 0; performance.now() < until || at < words.length; at++) {
    const began = performance.now()
    await run(words[at % words.length] ?? "")
    millis.push(performance.now() - began)
  }
  const { p50, p95 } = latenciesOf(millis)
  return { requests: millis.length, "p50 ms": p50, "p95 ms": p95 }
}

function plainWords({ owner, shop }: Product, words: string): Promise<unknown> {
  return asked(
    owner,
    `select id, count(*) over () from product where tenant_id = $1 and status = 'published'
       and to_tsvector('simple', title || ' ' || description) @@ plainto_tsquery('simple', $2) limit 24`,
    [shop.id, words],
  )
}

function plainLike({ owner, shop }: Product, words: string): Promise<unknown> {
  return asked(
    owner,
    `select id, count(*) over () from product where tenant_id = $1 and status = 'published' and (title ilike $2 or description ilike $2) limit 24`,
    [shop.id, `%${words}%`],
  )
}

const asked = (owner: Client, sql: string, values: readonly string[]) => owner.query(sql, [...values])
