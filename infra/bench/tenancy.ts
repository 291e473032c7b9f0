import pg from "pg"
import { z } from "zod"
import type { Opened } from "#infra/start/call-off.ts"
import { present } from "#server/kernel/assert.ts"
import type { BenchWorld } from "./bench-world.ts"
import { openChild } from "./in-child.ts"
import { latenciesOf, rounded } from "./latencies.ts"
import type { Report, Row } from "./report.ts"
import { type Contestant, fencedPrisma, fencedSql, type Goods, openContestants, unfenced } from "./tenancy-contestants.ts"

interface Standing extends Row {
  readonly "delay ms": number
  readonly task: string
  readonly who: string
  readonly p50: number
  readonly "p50 ratio": number
}

const delays = [0, 5]
const tasks = ["read", "write"] as const
const allowedShare = 1.1
const atOnce = 20

/** What the fences cost: the same question and the same change by bare pg, by Prisma without them, and through both; near, and 5 ms away. */
export async function benchTenancy(world: BenchWorld, opened: Opened, lengthMs: number): Promise<Report> {
  const { ownerUrl } = await world.copy("tenancy")
  const goods = await readGoods(ownerUrl)
  const rows: Standing[] = []
  for (const delayMs of delays) {
    const contestants = openContestants(await urlAfter(opened, ownerUrl, delayMs))
    for (const task of tasks) rows.push(...(await compete(contestants, task, goods, delayMs, lengthMs)))
    for (const { close } of contestants) await close()
  }
  return {
    tables: [{ title: "One product by its slug, one at a time; ratios to Prisma without fences", rows }],
    figures: { rows },
    broken: broken(rows),
  }
}

/** A few questions each in turn, so that whatever else the machine does falls on all alike. `lengthMs` is for each of them. */
async function compete(
  contestants: readonly Contestant[],
  task: (typeof tasks)[number],
  goods: readonly Goods[],
  delayMs: number,
  lengthMs: number,
): Promise<Standing[]> {
  const spent = contestants.map(() => ({ millis: [] as number[], cpu: 0 }))
  const turn = async (isCounted: boolean, from: number) => {
    for (const [index, contestant] of contestants.entries()) {
      const { millis, cpu } = await ask(contestant, task, goods, from)
      const sum = present(spent[index], "contestant")
      if (!isCounted) continue
      sum.millis.push(...millis)
      sum.cpu += cpu
    }
  }
  // Until statements are planned and code is compiled.
  for (let round = 0; round < 15; round += 1) await turn(false, round * atOnce)
  const until = performance.now() + lengthMs * contestants.length
  for (let round = 0; performance.now() < until; round += 1) await turn(true, round * atOnce)
  const standings = contestants.map(({ name }, index) => {
    const { millis, cpu } = present(spent[index], "contestant")
    return { name, cpu: cpu / Math.max(1, millis.length), asked: millis.length, ...latenciesOf(millis) }
  })
  const measure = present(
    standings.find(({ name }) => name === unfenced),
    unfenced,
  )
  return standings.map(({ name, asked, p50, p95, cpu }) => ({
    ...{ "delay ms": delayMs, task, who: name, asked, p50, p95, "cpu ms": rounded(cpu, 3) },
    "p50 ratio": rounded(p50 / measure.p50),
    "p95 ratio": rounded(p95 / measure.p95),
    "cpu ratio": rounded(cpu / measure.cpu),
  }))
}

async function ask({ name, ...contestant }: Contestant, task: (typeof tasks)[number], goods: readonly Goods[], from: number) {
  const millis: number[] = []
  const before = process.cpuUsage()
  for (let n = 0; n < atOnce; n += 1) {
    const one = present(goods[(from + n) % goods.length], "goods")
    const since = performance.now()
    if (!(await contestant[task](one))) throw new Error(`${name} does not find ${one.slug} of ${one.tenantId}`)
    millis.push(performance.now() - since)
  }
  const { user, system } = process.cpuUsage(before)
  return { millis, cpu: (user + system) / 1_000 }
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

function broken(rows: readonly Standing[]): string[] {
  return rows
    .filter(
      ({ who, ...row }) => row["delay ms"] === 5 && [fencedPrisma, fencedSql].includes(who) && row["p50 ratio"] > allowedShare,
    )
    .map(
      ({ who, task, ...row }) =>
        `p50 of a ${task} at 5 ms through ${who} is ${row["p50 ratio"]} times that of ${unfenced}; at most ${allowedShare} was promised`,
    )
}

async function readGoods(ownerUrl: string): Promise<Goods[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<Goods>(
    `select tenant_id as "tenantId", slug, vendor from product order by md5(id) limit 500`,
  )
  await owner.end()
  return rows
}
