import { createRandomness } from "#infra/prove/isolation/randomness.ts"
import { setScene } from "#infra/prove/oversell/scene.ts"
import { openStage } from "#infra/prove/oversell/stage.ts"
import { openRestartableServer } from "#infra/prove/restartable-server.ts"
import { roleUrls } from "#prisma/roles.ts"
import { present } from "#server/kernel/assert.ts"
import { latenciesOf, rounded } from "./latencies.ts"
import type { Report, Row } from "./report.ts"
import { type Contestant, conditionalUpdate, rounds, rowPerUnit } from "./stock-contestants.ts"
import { expiryToFree } from "./stock-expiry.ts"
import { type BenchGoods, openGoods, plenty } from "./stock-goods.ts"

const turns = 5
const shops = {
  name: "bench",
  goods: [],
  bundles: [],
  acts: [],
  atOnce: 1,
  disaster: "none",
  strikesAt: 0,
  orders: undefined,
} as const

interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Pieces taken and refused per second, beside two other ways in the same run; after each turn it is counted whether that is exact. */
export async function benchStock(args: readonly string[]): Promise<Report> {
  const forMs = Math.min(10_000, Math.max(300, Number(args[0] ?? 1) * 1_000))
  const server = await openRestartableServer()
  const { ownerUrl } = server
  const { app: appUrl, platform: platformUrl } = roleUrls(ownerUrl)
  const stage = openStage({ name: "bench", appUrl, platformUrl, aheadMs: 0, actor: { kind: "system" } })
  const { tenantId } = await setScene(stage, { ...shops, goods: [{ onHand: 1, backorder: 0 }] }, "bench")
  const ctx = await stage.shop(tenantId)
  const goods = await openGoods(ctx, ownerUrl)
  const contestants = [rounds(ctx, ownerUrl), conditionalUpdate(ownerUrl, tenantId), rowPerUnit(ownerUrl)]
  const broken: string[] = []
  try {
    // First, since the buyers below leave their holds to the clock.
    const expiry = await expiryToFree({ ctx, platform: stage.platform, ownerUrl, variantId: await goods.one(plenty) })
    const rows: Row[] = []
    for (const inFlight of [1, 64, 512]) rows.push(...(await hot(contestants, goods, inFlight, forMs, broken)))
    rows.push(...(await spread(contestants, goods, forMs)))
    rows.push(...(await refusals(contestants, goods, forMs, broken)))
    return {
      tables: [
        { title: "Pieces of stock per second, median of five turns", rows },
        { title: "Goods whose time is over", rows: [expiry] },
      ],
      figures: { rows, expiry },
      broken: [...broken, ...promises(rows, expiry)],
    }
  } finally {
    for (const contestant of contestants) await contestant.close()
    await goods.close()
    await stage.close()
    await server.close()
  }
}

let buyer = 0

async function hot(
  contestants: readonly Contestant[],
  goods: BenchGoods,
  inFlight: number,
  forMs: number,
  broken: string[],
): Promise<Row[]> {
  const measured = contestants.map(() => [] as Measured[])
  // In turns, so that whatever else the machine does falls on all alike.
  for (let turn = 0; turn < turns; turn++) {
    for (const [place, contestant] of contestants.entries()) {
      const variantId = await goods.one(plenty)
      const { granted, figures } = await run(contestant, () => variantId, inFlight, forMs)
      const taken = await contestant.taken(variantId)
      if (taken !== granted) broken.push(`${contestant.name}: ${granted} were granted and ${taken} taken`)
      present(measured[place], "contestant").push(figures)
    }
  }
  return contestants.map(({ name }, place) => ({
    what: "one hot variant",
    who: name,
    "in flight": inFlight,
    ...medianOf(measured[place] ?? []),
  }))
}

async function spread(contestants: readonly Contestant[], goods: BenchGoods, forMs: number): Promise<Row[]> {
  const ids = await goods.spread(10_000)
  const random = createRandomness(1)
  const measured = contestants.map(() => [] as Measured[])
  for (let turn = 0; turn < turns; turn++)
    for (const [place, contestant] of contestants.entries())
      present(measured[place], "contestant").push((await run(contestant, () => random.pick(ids), 64, forMs)).figures)
  return contestants.map(({ name }, place) => ({
    what: "10,000 variants",
    who: name,
    "in flight": 64,
    ...medianOf(measured[place] ?? []),
  }))
}

async function refusals(contestants: readonly Contestant[], goods: BenchGoods, forMs: number, broken: string[]): Promise<Row[]> {
  const measured = contestants.map(() => [] as Measured[])
  for (let turn = 0; turn < turns; turn++) {
    for (const [place, contestant] of contestants.entries()) {
      const variantId = await goods.one(1)
      if (!(await contestant.take(variantId, ++buyer))) broken.push(`${contestant.name} did not give the only piece`)
      const { granted, figures } = await run(contestant, () => variantId, 512, forMs)
      if (granted > 0) broken.push(`${contestant.name} sold the only piece again`)
      present(measured[place], "contestant").push(figures)
    }
  }
  return contestants.map(({ name }, place) => ({
    what: "refusals, sold out",
    who: name,
    "in flight": 512,
    ...medianOf(measured[place] ?? []),
  }))
}

/** So many buyers, each with the next wish as soon as the last is answered. */
async function run(
  contestant: Contestant,
  what: () => string,
  inFlight: number,
  forMs: number,
): Promise<{ granted: number; figures: Measured }> {
  const millis: number[] = []
  let granted = 0
  const began = performance.now()
  const buy = async () => {
    for (let since = began; since - began < forMs; ) {
      if (await contestant.take(what(), ++buyer)) granted += 1
      const now = performance.now()
      millis.push(now - since)
      since = now
    }
  }
  await Promise.all(Array.from({ length: inFlight }, buy))
  const { p50, p99 } = latenciesOf(millis)
  return { granted, figures: { perSecond: (millis.length / (performance.now() - began)) * 1_000, p50, p99 } }
}

function medianOf(all: readonly Measured[]) {
  const middle = (of: (one: Measured) => number) => {
    const sorted = all.map(of).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? 0
  }
  return {
    "per second": Math.round(middle(({ perSecond }) => perSecond)),
    p50: rounded(middle(({ p50 }) => p50)),
    p99: rounded(middle(({ p99 }) => p99)),
  }
}

function promises(rows: readonly Row[], expiry: Row): string[] {
  const pace = (what: string, who: string) =>
    Number(rows.find((row) => row["what"] === what && row["who"] === who && row["in flight"] === 512)?.["per second"] ?? 0)
  const ours = pace("one hot variant", "held in rounds")
  const times = ours / pace("one hot variant", "conditional update")
  const refused = pace("refusals, sold out", "held in rounds") / ours
  return [
    ...(times >= 15 ? [] : [`a hot variant is ${times.toFixed(1)} times as fast as the conditional update; 15 was promised`]),
    ...(Number(expiry["most"]) <= 1_000 ? [] : [`a piece was free ${expiry["most"]} ms after its time; one second was promised`]),
    ...(refused >= 3 ? [] : [`refusals are ${refused.toFixed(1)} times as fast as grants; 3 was promised`]),
  ]
}
