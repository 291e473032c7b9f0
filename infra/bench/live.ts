import type { Opened } from "#infra/start/call-off.ts"
import type { BenchWorld } from "./bench-world.ts"
import { commitBursts, type Variant } from "./commits.ts"
import { openCrowd } from "./crowd.ts"
import { rounded } from "./latencies.ts"
import { type CrowdFigures, measureBareCrowd, measureCrowd } from "./live-crowd.ts"
import { type Product, startProduct } from "./product.ts"
import type { Report, Row } from "./report.ts"

/** So many pages, and a change every so often: as many messages a second in each. */
const crowds = [
  { sockets: 200, everyMs: 100 },
  { sockets: 1_000, everyMs: 250 },
  { sockets: 5_000, everyMs: 1_500 },
] as const
const burst = { sockets: 200, size: 20, everyMs: 20 }
const reach = { p95At1000: 100, rssKb: 20, coalesced: 4 }

/** From the commit of a change to the message in every open page; what an idle page holds; how many events one frame carries. */
export async function benchLive(world: BenchWorld, opened: Opened, forMs: number): Promise<Report> {
  const measured: { live: CrowdFigures; bare: CrowdFigures }[] = []
  for (const { sockets, everyMs } of crowds) {
    const wish = { sockets, everyMs, count: Math.max(10, Math.round(forMs / everyMs)) }
    const product = await startProduct(world, { name: "live" })
    opened.add(product.stop)
    const live = await measureCrowd(product, await someVariant(product), wish)
    await product.stop()
    const bare = await measureBareCrowd(wish)
    measured.push({ live, bare })
    process.stdout.write(
      `… ${sockets} pages: p95 ${live.p95} ms (bare ${bare.p95}), ${live.idleKb} KB idle (bare ${bare.idleKb})\n`,
    )
  }
  const product = await startProduct(world, { name: "live" })
  opened.add(product.stop)
  const coalesced = await measureBursts(product, await someVariant(product), forMs)
  await product.stop()

  const at1000 = measured.find(({ live }) => live.sockets === 1_000)
  const most = measured.at(-1)
  const missing = measured.reduce((sum, { live }) => sum + live.missing, 0)
  return {
    tables: [
      { title: "From commit to page", rows: measured.flatMap(latencyRows) },
      { title: "What a page costs", rows: measured.flatMap(costRows) },
      { title: `${burst.sockets} pages, ${burst.size} changes of one variant every ${burst.everyMs} ms`, rows: [coalesced] },
      {
        title: "Reach",
        rows: [
          { what: "p95 at 1,000 pages, ms", found: at1000?.live.p95, wanted: reach.p95At1000 },
          { what: "KB of an idle page, of the most", found: most?.live.idleKb, wanted: reach.rssKb },
          { what: "coalesced events per frame", found: coalesced["events per frame"], wanted: reach.coalesced },
        ],
      },
    ],
    figures: { crowds: measured, coalesced },
    broken: missing > 0 ? [`${missing} messages did not arrive`] : [],
  }
}

function latencyRows({ live, bare }: { live: CrowdFigures; bare: CrowdFigures }): Row[] {
  const row = (what: string, { p50, p95, p99, messages, missing }: CrowdFigures): Row => ({
    ...{ what, "p50 ms": p50, "p95 ms": p95, "p99 ms": p99, messages, missing },
  })
  const commit = { "p50 ms": live.commit.p50, "p95 ms": live.commit.p95, "p99 ms": live.commit.p99 }
  return [row(`${live.sockets} pages`, live), { what: "  the commit alone", ...commit }, row("  bare ws", bare)]
}

function costRows({ live, bare }: { live: CrowdFigures; bare: CrowdFigures }): Row[] {
  const row = (what: string, { idleKb, cpuPer1000, messagesPerCpuSecond }: CrowdFigures): Row => ({
    ...{ what, "KB idle": idleKb, "CPU s per 1,000 messages": cpuPer1000, "messages per CPU s": messagesPerCpuSecond },
  })
  return [row(`${live.sockets} pages`, live), row("  bare ws", bare)]
}

/** Each event goes to every page; what reaches a page within a tick comes as one frame, with the newest value. */
async function measureBursts(product: Product, variant: Variant, forMs: number) {
  const { port, shop } = product
  const place = { kind: "product", port, host: shop.host, productId: variant.productId, variantId: variant.id } as const
  const crowd = await openCrowd(place, burst.sockets)
  await crowd.hear()
  const { events, revision, tookMs } = await commitBursts(product, variant, {
    ...burst,
    bursts: Math.round(forMs / burst.everyMs),
  })
  const { frames, times } = await crowd.hear()
  await crowd.end()
  const seconds = tookMs / 1_000
  return {
    "events/s": Math.round(events / seconds),
    "events/s times pages": Math.round((events * burst.sockets) / seconds),
    "frames/s": Math.round(frames / seconds),
    "events per frame": rounded((events * burst.sockets) / Math.max(1, frames), 1),
    "pages with the last value": times.get(revision)?.length ?? 0,
  }
}

async function someVariant({ owner, shop }: Product): Promise<Variant> {
  const { rows } = await owner.query<Variant>(
    `select v.id, v.product_id as "productId" from variant v join product p on p.tenant_id = v.tenant_id and p.id = v.product_id
     where v.tenant_id = $1 and p.status = 'published' order by p.id, v.id limit 1`,
    [shop.id],
  )
  const [variant] = rows
  if (!variant) throw new Error("the shop sells nothing")
  return variant
}
