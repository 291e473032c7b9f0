import { bundleChild } from "#infra/prove/bundle-child.ts"
import { startRedisChild } from "#infra/prove/fleet/redis-child.ts"
import { createRandomness } from "#infra/prove/isolation/randomness.ts"
import { type MortalProcess, startMortal } from "#infra/prove/money/mortal-process.ts"
import { roleUrls } from "#prisma/roles.ts"
import { auditRun } from "./audit-run.ts"
import { auditShop } from "./audit-shop.ts"
import { asOwner, awaitQuiet } from "./await-quiet.ts"
import { makeDeeds } from "./deed.ts"
import { type Disasters, openDisasters } from "./disasters.ts"
import { sendings } from "./mails.ts"
import { openHouse } from "./open-house.ts"
import { type Lane, openLanes } from "./open-lanes.ts"
import { playStorm } from "./play-storm.ts"

export interface OutboxWish {
  readonly ownerUrl: string
  readonly folder: string
  readonly runs: number
  /** Of one run. */
  readonly transactions: number
  readonly seed: number
  /** Runs side by side, each at a shop of its own. */
  readonly lanes: number
  readonly mayUseRedis: boolean
  /** Absent: the database is not ours to stop. */
  readonly crash?: () => Promise<void>
  readonly onRun?: (run: number, kind: string, tookMs: number) => void
}

export interface OutboxReport {
  readonly findings: readonly string[]
  readonly withRedis: boolean
  readonly runs: number
  readonly transactions: number
  readonly stood: number
  readonly undone: number
  /** Whose end only the database knew. */
  readonly unknown: number
  readonly strikes: Readonly<Record<string, number>>
  readonly kills: number
  readonly mails: number
  /** Mails that were tried again, and found sent. */
  readonly repeats: number
  readonly seconds: number
}

const workersCount = 2

/** Storms at several shops over the same relay, workers and queues; after each its shop comes to rest and is looked at. */
export async function runOutbox(wish: OutboxWish): Promise<OutboxReport> {
  const began = performance.now()
  const bundle = await bundleChild("infra/prove/outbox/outbox-child.ts")
  const redis = wish.mayUseRedis ? await startRedisChild(wish.folder) : undefined
  const { app: appUrl, platform: platformUrl } = roleUrls(wish.ownerUrl)
  const urls = { appUrl, platformUrl, folder: wish.folder }
  const house = openHouse(urls)
  const lanes: Lane[] = []
  const workers: MortalProcess[] = []
  const sums = { runs: 0, transactions: 0, stood: 0, undone: 0, unknown: 0 }
  const findings: string[] = []
  try {
    lanes.push(...(await openLanes(house, wish.lanes, bundle.script, urls)))
    const child = { ...urls, role: "worker", ...(redis ? { redisUrl: redis.url } : {}) }
    for (let nth = 0; nth < workersCount; nth++) workers.push(await startMortal(bundle.script, child))
    const disasters = openDisasters({ workers, redis, crash: wish.crash, chance: createRandomness(wish.seed) })
    let next = 0
    const work = async (lane: Lane) => {
      while (next < wish.runs && findings.length === 0) findings.push(...(await playRun({ wish, lane, disasters, sums }, next++)))
    }
    for (const lane of lanes) await rest(wish, lane, findings)
    await Promise.all(lanes.map(work))
    for (const { tenantId } of lanes) findings.push(...(await asOwner(wish.ownerUrl, (owner) => auditShop(owner, tenantId))))
    findings.push(...workers.filter(({ deaths }) => deaths > 0).map(({ deaths }) => `a worker died ${deaths} times by itself`))
    const sent = lanes.flatMap(({ tenantId }) => sendings(wish.folder, tenantId))
    const mails = new Set(sent).size
    return {
      ...{ findings, withRedis: redis !== undefined, ...sums, strikes: disasters.counts, mails, repeats: sent.length - mails },
      kills: workers.reduce((sum, { kills }) => sum + kills, 0),
      seconds: Math.round((performance.now() - began) / 1_000),
    }
  } finally {
    await Promise.all([...lanes.map(({ scribe }) => scribe.end()), ...workers.map((worker) => worker.end())])
    await house.close()
    await redis?.end()
    await bundle.remove()
  }
}

interface Scene {
  readonly wish: OutboxWish
  readonly lane: Lane
  readonly disasters: Disasters
  readonly sums: { runs: number; transactions: number; stood: number; undone: number; unknown: number }
}

async function playRun({ wish, lane, disasters, sums }: Scene, run: number): Promise<string[]> {
  const { ownerUrl, folder, transactions } = wish
  const { tenantId, productIds, scribe } = lane
  const since = performance.now()
  const chance = createRandomness(wish.seed * 100_003 + run)
  const kind = disasters.kindOf(run)
  const deeds = makeDeeds(chance, { count: transactions, tenantId, productIds, before: lane.deeds })
  const done = await playStorm({ deeds, kind, scribe, disasters, chance })
  const left = await awaitQuiet(ownerUrl, tenantId)
  const books = { tenantId, done, folder, before: lane.head }
  const audit = await asOwner(ownerUrl, (owner) => auditRun(owner, books))
  lane.head = audit.head
  lane.deeds += deeds.length
  sums.runs += 1
  sums.transactions += deeds.length
  sums.stood += audit.stood
  sums.undone += deeds.length - audit.stood
  sums.unknown += done.filter(({ ending }) => ending === "unknown").length
  wish.onRun?.(run, kind, performance.now() - since)
  return [...left, ...audit.findings].map((words) => `run ${run} (${kind}): ${words}`)
}

/** What opening the shop has told of is not the proof's. */
async function rest({ ownerUrl }: OutboxWish, lane: Lane, findings: string[]): Promise<void> {
  findings.push(...(await awaitQuiet(ownerUrl, lane.tenantId)))
  lane.head = await asOwner(ownerUrl, async (owner) => {
    const text = "select coalesce(max(seq), 0)::int as head from outbox_event where tenant_id = $1"
    return (await owner.query<{ head: number }>(text, [lane.tenantId])).rows[0]?.head ?? 0
  })
}
