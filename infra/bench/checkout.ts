import type { Opened } from "#infra/start/call-off.ts"
import { roleUrls } from "#prisma/roles.ts"
import type { BenchWorld } from "./bench-world.ts"
import { type CheckoutFigures, type Goods, loadCheckout } from "./checkout-load.ts"
import { type Product, startProduct } from "./product.ts"
import { renewIds } from "./renewed-ids.ts"
import { type ReplayFigures, replay, transactionsOf } from "./replay.ts"
import type { Report, Row } from "./report.ts"
import { isFrame, type Statement } from "./statements.ts"
import { type Books, discrepancies, readBooks } from "./stock-check.ts"

const lastPieces = 20
const rivals = 32
const putOffMs = 8_000

/** Whole guest checkouts, and a run for the last pieces; each time the books are looked at. */
export async function benchCheckout(world: BenchWorld, opened: Opened, forMs: number): Promise<Report> {
  const product = await startProduct(world, { name: "checkout" })
  opened.add(product.stop)
  const goods = await stockedGoods(product)
  const database = world.postgres.pid
  const load = { goods, most: 100_000, forMs }
  const broken: string[] = []
  const check = async (run: () => Promise<CheckoutFigures>): Promise<CheckoutFigures> => {
    const before = await readBooks(product.owner, product.shop.id)
    const figures = await run()
    const after = await untilQuiet(product)
    const what = `${figures.shoppers} shoppers${figures.asPages ? ", whole pages" : ""}`
    broken.push(...[...discrepancies(before, after, figures.paid), ...figures.failures].map((sentence) => `${what}: ${sentence}`))
    return figures
  }
  await check(() => loadCheckout(product, database, { ...load, shoppers: 16, asPages: false, forMs: Math.min(6_000, forMs) }))
  const runs: CheckoutFigures[] = []
  for (const shoppers of [1, 8, 32])
    runs.push(await check(() => loadCheckout(product, database, { ...load, shoppers, asPages: false })))
  runs.push(await check(() => loadCheckout(product, database, { ...load, shoppers: 32, asPages: true })))

  const scarce = goods[0] ?? { slug: "", variantId: "" }
  await putOnShelf(product, [scarce], lastPieces)
  const rush = await check(() =>
    loadCheckout(product, database, { goods: [scarce], most: lastPieces * 3, forMs: 60_000, shoppers: rivals, asPages: false }),
  )
  if (rush.paid !== lastPieces) broken.push(`${rush.paid} of the last ${lastPieces} pieces were sold`)
  await putOnShelf(product, goods, 1_000_000)
  // What earlier orders have put off must not be taken for a part of the next one.
  await new Promise((resolve) => setTimeout(resolve, putOffMs))

  const traced = await statementsOfOne(product, goods)
  const url = roleUrls(product.ownerUrl).app
  const limits: { shoppers: number; figures: ReplayFigures }[] = []
  for (const connections of [1, 8, 12])
    limits.push({
      shoppers: connections,
      figures: await replay({ url, statements: traced, connections, forMs: forMs / 2, renew: renewIds }),
    })
  await product.stop()
  return reportOf(runs, rush, traced, limits, broken)
}

/** Twenty of the shop's products, with more pieces than can be bought in the time. */
async function stockedGoods(product: Product): Promise<Goods[]> {
  const { rows } = await product.owner.query<Goods>(
    `select distinct on (p.id) p.slug, v.id as "variantId" from product p join variant v on v.tenant_id = p.tenant_id and v.product_id = p.id
     where p.tenant_id = $1 and p.status = 'published'
       and not exists (select from bundle_part b where b.tenant_id = v.tenant_id and b.bundle_id = v.id) order by p.id, v.id limit 20`,
    [product.shop.id],
  )
  await putOnShelf(product, rows, 1_000_000)
  return rows
}

async function putOnShelf({ owner, shop }: Product, goods: readonly Goods[], onHand: number): Promise<void> {
  const ids = goods.map(({ variantId }) => variantId)
  await owner.query(
    `with level as (
       update stock_level set on_hand = $3::int + reserved, revision = revision + 1 where tenant_id = $1 and variant_id = any($2)
       returning tenant_id, variant_id, on_hand
     ), emptied as (
       update stock_shelf f set on_hand = 0 from stock_location l where f.tenant_id = $1 and f.variant_id = any($2)
         and l.tenant_id = f.tenant_id and l.id = f.location_id and l.priority > 1
     )
     update stock_shelf f set on_hand = level.on_hand from level, stock_location l where f.tenant_id = level.tenant_id
       and f.variant_id = level.variant_id and l.tenant_id = f.tenant_id and l.id = f.location_id and l.priority = 1`,
    [shop.id, ids, onHand],
  )
}

/** Jobs may still run when the last shopper has gone. */
async function untilQuiet({ owner, shop }: Product): Promise<Books> {
  const read = () => readBooks(owner, shop.id)
  for (let books = await read(), same = 0; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 300))
    const now = await read()
    same = JSON.stringify(now) === JSON.stringify(books) ? same + 1 : 0
    books = now
    if (same === 3) return books
  }
}

async function statementsOfOne(product: Product, goods: readonly Goods[]): Promise<Statement[]> {
  const one = { goods: goods.slice(1, 2), shoppers: 1, asPages: false, most: 1, forMs: 30_000 }
  const { statements } = await product.trace(async () => {
    await loadCheckout(product, 0, one)
    await untilQuiet(product)
  })
  return statements.filter(({ program }) => program === "rialto")
}

function reportOf(
  runs: readonly CheckoutFigures[],
  rush: CheckoutFigures,
  traced: readonly Statement[],
  limits: readonly { shoppers: number; figures: ReplayFigures }[],
  broken: readonly string[],
): Report {
  const statements = traced.filter((statement) => !isFrame(statement)).length
  const transactions = transactionsOf(traced).length
  const rows: Row[] = runs.map((run) => ({
    what: run.asPages ? "whole pages" : "as scripts do it",
    shoppers: run.shoppers,
    "paid/s": run.perSecond,
    "p50 ms": run.p50,
    "p95 ms": run.p95,
    paid: run.paid,
    failed: run.failed,
    "looks per order": run.looksPerOrder,
    "CPU s per 1,000": run.cpuPer1000,
    "database CPU s per 1,000": run.databaseCpuPer1000,
  }))
  const bare = limits.map(({ shoppers, figures }) => ({
    what: "  bare pg, same SQL",
    shoppers,
    "paid/s": figures.perSecond,
    "p50 ms": figures.p50,
    "p95 ms": figures.p95,
  }))
  const { paid, soldOut, failed } = rush
  return {
    tables: [
      { title: "Guest checkouts: product page, cart, checkout page, order, card, order page paid", rows: [...rows, ...bare] },
      {
        title: "Median ms of each step",
        rows: runs.map(({ shoppers, asPages, steps }) => ({ shoppers, pages: asPages ? "whole" : "data", ...steps })),
      },
      {
        title: `${rivals} shoppers, ${lastPieces} pieces, ${lastPieces * 3} errands`,
        rows: [{ sold: paid, refused: soldOut, failed }],
      },
      { title: "SQL of one checkout, its jobs included", rows: [{ statements, transactions }] },
    ],
    figures: { runs, rush: { paid, soldOut, failed }, statements, transactions, limits },
    broken,
  }
}
