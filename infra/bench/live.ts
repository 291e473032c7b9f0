import { once } from "node:events"
import WebSocket from "ws"
import { z } from "zod"
import type { Opened } from "#infra/start/call-off.ts"
import type { BenchWorld } from "./bench-world.ts"
import { type Committed, commitStockMoves, monotonicMs, type Variant } from "./commits.ts"
import { cpuSeconds } from "./cpu-clock.ts"
import { openChild } from "./in-child.ts"
import { type Latencies, latenciesOf, rounded } from "./latencies.ts"
import { memoryOf } from "./memory.ts"
import { type Product, startProduct } from "./product.ts"
import type { Report } from "./report.ts"

const sockets = 200
const everyMs = 100
const warmUps = 20

interface LiveFigures extends Latencies {
  readonly messages: number
  readonly missing: number
}

/** From the commit of a change to the message in every open page, and what a bare broadcast takes. */
export async function benchLive(world: BenchWorld, opened: Opened, forMs: number): Promise<Report> {
  const product = await startProduct(world, { name: "live" })
  opened.add(product.stop)
  const variant = await someVariant(product)
  const count = Math.max(10, Math.round(forMs / everyMs))
  const before = memoryOf([product.pid])
  const pages = await openSockets({
    kind: "product",
    port: product.port,
    host: product.shop.host,
    productId: variant.productId,
    variantId: variant.id,
  })
  const open = memoryOf([product.pid])
  await commitStockMoves(product, variant, warmUps, everyMs)
  const cpu = cpuSeconds(product.pid)
  const commits = await commitStockMoves(product, variant, count, everyMs)
  const cpuUsed = cpuSeconds(product.pid) - cpu
  const live = figuresOf(commits, await pages.hear())
  await pages.end()
  await product.stop()

  const bare = await measureBare(count)
  const commit = latenciesOf(commits.map(({ tookMs }) => tookMs))
  const messages = Math.max(1, live.messages)
  return {
    tables: [
      {
        title: `${sockets} sockets, ${count} commits, one every ${everyMs} ms`,
        rows: [
          {
            what: "commit to message",
            "p50 ms": live.p50,
            "p95 ms": live.p95,
            "p99 ms": live.p99,
            messages: live.messages,
            missing: live.missing,
          },
          { what: "  the commit alone", "p50 ms": commit.p50, "p95 ms": commit.p95, "p99 ms": commit.p99 },
          {
            what: "  bare ws broadcast",
            "p50 ms": bare.p50,
            "p95 ms": bare.p95,
            "p99 ms": bare.p99,
            messages: bare.messages,
            missing: bare.missing,
          },
        ],
      },
      {
        title: "Server",
        rows: [
          {
            "CPU s per 1,000 messages": rounded((cpuUsed / messages) * 1_000, 3),
            "MB before": before.rssMb,
            [`MB with ${sockets} sockets`]: open.rssMb,
          },
        ],
      },
    ],
    figures: { sockets, commits: count, live, commit, bare, cpuPer1000Messages: rounded((cpuUsed / messages) * 1_000, 3) },
    broken: live.missing > 0 ? [`${live.missing} messages did not arrive`] : [],
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

const floats = z.instanceof(Float64Array)
const said = z.union([z.object({ open: z.number() }), z.object({ revisions: floats, times: floats })])
type Heard = Map<number, number[]>

interface OpenSockets {
  /** When each revision was heard, by revision. */
  hear(): Promise<Heard>
  end(): Promise<void>
}

async function openSockets(wish: {
  kind: "product" | "bare"
  port: number
  host: string
  productId: string
  variantId: string
}): Promise<OpenSockets> {
  const child = openChild("sockets.ts", { ...wish, sockets }, (text) => said.parse(text))
  await child.next(60_000)
  return {
    async hear() {
      // The last frames are on their way.
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      child.tell({})
      const notes = await child.next(20_000)
      if (!("times" in notes)) throw new Error("the sockets did not report")
      const heard: Heard = new Map()
      for (const [at, revision] of notes.revisions.entries())
        heard.set(revision, [...(heard.get(revision) ?? []), notes.times[at] ?? 0])
      return heard
    },
    end: child.end,
  }
}

/** A revision that was overtaken within the same tick is not missing: the newer one says all. */
function figuresOf(commits: readonly Pick<Committed, "revision" | "sentAt">[], heard: Heard): LiveFigures {
  const millis: number[] = []
  let missing = 0
  for (const { revision, sentAt } of commits) {
    const times = heard.get(revision) ?? heard.get(revision + 1) ?? []
    missing += Math.max(0, sockets - times.length)
    for (const time of times) millis.push(time - sentAt)
  }
  return { ...latenciesOf(millis), messages: millis.length, missing }
}

async function measureBare(count: number): Promise<LiveFigures> {
  const server = openChild("bare-broadcast.ts", {}, (text) => z.object({ port: z.number() }).parse(text))
  try {
    const { port } = await server.next(20_000)
    const pages = await openSockets({ kind: "bare", port, host: "", productId: "", variantId: "" })
    const speaker = new WebSocket(`ws://127.0.0.1:${port}`)
    await once(speaker, "open")
    const sent: { revision: number; sentAt: number }[] = []
    for (let revision = 1; revision <= count + warmUps; revision++) {
      await new Promise((resolve) => setTimeout(resolve, everyMs))
      if (revision > warmUps) sent.push({ revision, sentAt: monotonicMs() })
      speaker.send(JSON.stringify({ room: "x".repeat(70), revision, messages: ["x".repeat(170)] }))
    }
    const figures = figuresOf(sent, await pages.hear())
    speaker.close()
    await pages.end()
    return figures
  } finally {
    await server.end()
  }
}
