import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { z } from "zod"
import type { Opened } from "#infra/start/call-off.ts"
import { openDatabase } from "#prisma/client.ts"
import { PrismaClient } from "#prisma/generated/client.ts"
import { roleUrls } from "#prisma/roles.ts"
import { statementName } from "#prisma/statement-name.ts"
import { createTenancy } from "#prisma/tenancy.ts"
import { present } from "#server/kernel/assert.ts"
import type { BenchWorld } from "./bench-world.ts"
import { openChild } from "./in-child.ts"
import { latenciesOf, rounded } from "./latencies.ts"
import type { Report, Row } from "./report.ts"

interface Contestant {
  readonly name: string
  /** One product by its slug, as a shop's page asks for it. */
  ask(tenantId: string, slug: string): Promise<unknown>
  close(): Promise<void>
}

interface Goods {
  readonly tenantId: string
  readonly slug: string
}

const delays = [0, 5]
const allowedShare = 1.1

/** What the fences cost: the same question through both, by Prisma without them, and by bare pg; near, and 5 ms away. */
export async function benchTenancy(world: BenchWorld, opened: Opened, lengthMs: number): Promise<Report> {
  const { ownerUrl } = await world.copy("tenancy")
  const goods = await readGoods(ownerUrl)
  const rows: (Row & { readonly p50: number; readonly delayMs: number; readonly who: string })[] = []
  for (const delayMs of delays) {
    const contestants = openContestants(await urlAfter(opened, ownerUrl, delayMs))
    // In turns, so that whatever else the machine does falls on all alike.
    const spent = contestants.map(() => ({ millis: [] as number[], cpu: 0 }))
    for (const contestant of contestants) await run(contestant, goods, 500)
    for (let turn = 0; turn < 4; turn += 1) {
      for (const [index, contestant] of contestants.entries()) {
        const { millis, cpu } = await run(contestant, goods, lengthMs / 4)
        spent[index]?.millis.push(...millis)
        const sum = present(spent[index], "contestant")
        sum.cpu += cpu
      }
    }
    for (const [index, { name, close }] of contestants.entries()) {
      const { millis, cpu } = present(spent[index], "contestant")
      const { p50, p95 } = latenciesOf(millis)
      rows.push({ delayMs, who: name, asked: millis.length, p50, p95, "cpu ms": rounded(cpu / Math.max(1, millis.length), 3) })
      await close()
    }
  }
  return { tables: [{ title: "One product by its slug, one question at a time", rows }], figures: { rows }, broken: broken(rows) }
}

/** The same database, a proxy of its own process away. */
async function urlAfter(opened: Opened, ownerUrl: string, roundTripMs: number): Promise<string> {
  const url = new URL(ownerUrl)
  if (roundTripMs === 0) return url.href
  const proxy = openChild("tenancy-proxy.ts", { target: Number(url.port), roundTripMs }, (said) =>
    z.object({ port: z.number() }).parse(said),
  )
  opened.add(() => proxy.end())
  url.port = String((await proxy.next(20_000)).port)
  return url.href
}

function broken(rows: readonly { readonly p50: number; readonly delayMs: number; readonly who: string }[]): string[] {
  const at = (who: string) => rows.find((row) => row.who === who && row.delayMs === 5)?.p50 ?? 0
  const share = at("both fences") / at("Prisma without")
  return share <= allowedShare
    ? []
    : [`p50 at 5 ms is ${share.toFixed(2)} times that of Prisma without fences; at most ${allowedShare} was promised`]
}

function openContestants(ownerUrl: string): Contestant[] {
  const { app, platform } = roleUrls(ownerUrl)
  const fenced = openDatabase({ url: app, poolSize: 2, applicationName: "bench-fenced" })
  const tenancy = createTenancy(fenced)
  const pool = new pg.Pool({ connectionString: platform, max: 2 })
  const plain = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }) })
  const bare = new pg.Pool({ connectionString: platform, max: 2 })
  const text = "select * from product where tenant_id = $1 and slug = $2 limit 1"
  return [
    {
      name: "both fences",
      ask: (tenantId, slug) =>
        tenancy.read({ tenantId, isGuest: true }, ({ rows }) => rows.product.findFirst({ where: { slug } })),
      close: () => fenced.close(),
    },
    {
      name: "both fences, SQL",
      ask: (tenantId, slug) =>
        tenancy.read(
          { tenantId, isGuest: true },
          ({ sql }) => sql`select * from product where tenant_id = ${tenantId} and slug = ${slug} limit 1`,
        ),
      close: async () => undefined,
    },
    {
      name: "Prisma without",
      ask: (tenantId, slug) => plain.product.findFirst({ where: { tenantId, slug } }),
      close: async () => {
        await plain.$disconnect()
        await pool.end()
      },
    },
    {
      name: "bare pg",
      ask: (tenantId, slug) => bare.query({ name: "one", text, values: [tenantId, slug] }),
      close: () => bare.end(),
    },
  ]
}

async function run(
  { name, ask }: Contestant,
  goods: readonly Goods[],
  lengthMs: number,
): Promise<{ millis: number[]; cpu: number }> {
  const millis: number[] = []
  const before = process.cpuUsage()
  for (const until = performance.now() + lengthMs; performance.now() < until; ) {
    const { tenantId, slug } = present(goods[millis.length % goods.length], "goods")
    const since = performance.now()
    if (!(await ask(tenantId, slug))) throw new Error(`${name} does not find ${slug} of ${tenantId}`)
    millis.push(performance.now() - since)
  }
  const { user, system } = process.cpuUsage(before)
  return { millis, cpu: (user + system) / 1_000 }
}

async function readGoods(ownerUrl: string): Promise<Goods[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<Goods>(`select tenant_id as "tenantId", slug from product order by md5(id) limit 500`)
  await owner.end()
  return rows
}
