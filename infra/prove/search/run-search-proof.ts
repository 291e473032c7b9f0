import { Client } from "pg"
import { latenciesOf, rounded } from "#infra/bench/latencies.ts"
import { bundleChild } from "#infra/prove/bundle-child.ts"
import { createRandomness } from "#infra/prove/isolation/randomness.ts"
import { type MortalProcess, startMortal } from "#infra/prove/money/mortal-process.ts"
import { roleUrls } from "#prisma/roles.ts"
import { checkDrift } from "#server/domain/search/index.ts"
import { present } from "#server/kernel/assert.ts"
import { census } from "./census.ts"
import { spoil } from "./spoil.ts"
import { editSomething } from "./edit.ts"
import { openSearchHouse } from "./search-house.ts"
import { openStalls, type Stall } from "./stalls.ts"
import { lookForNews, searchAway, type Seen } from "./watch-shoppers.ts"

export interface SearchProofWish {
  /** Of a migrated, empty database that nobody else uses. */
  readonly ownerUrl: string
  readonly edits: number
  readonly seed: number
  readonly products: number
  readonly killEveryMs: number
}

export interface SearchReport {
  readonly broken: readonly string[]
  readonly edits: number
  readonly kills: number
  readonly searches: number
  readonly spoiled: number
  readonly repaired: number
  /** Of changes during which no worker died. */
  readonly findable: { readonly count: number; readonly p50: number; readonly p95: number; readonly most: number }
  readonly seconds: number
}

const editors = 4

/** A catalogue in change, workers that die, an index that is spoiled; and then the index against the database. */
export async function runSearchProof(wish: SearchProofWish): Promise<SearchReport> {
  const began = performance.now()
  const { app: appUrl, platform: platformUrl } = roleUrls(wish.ownerUrl)
  const house = openSearchHouse({ appUrl, platformUrl })
  const child = await bundleChild("infra/prove/search/search-child.ts")
  const owner = new Client({ connectionString: wish.ownerUrl })
  await owner.connect()
  const mortals: MortalProcess[] = []
  try {
    const stalls = await openStalls(house, wish.products)
    for (let n = 0; n < 2; n++) mortals.push(await startMortal(child.script, { appUrl, platformUrl }))
    await untilQuiet(owner)
    const kills = () => mortals.reduce((sum, mortal) => sum + mortal.kills, 0)
    const seen = await storm(wish, owner, stalls, mortals, kills)
    await untilQuiet(owner)
    const broken = [...seen.lost, ...(await census(owner, house, stalls))]
    if (seen.foreign > 0) broken.push(`${seen.foreign} products of another shop were shown`)
    const { spoiled, repaired } = await spoilAndRepair(wish, owner, stalls)
    if (spoiled !== repaired) broken.push(`${spoiled} documents were spoiled, and ${repaired} were noticed`)
    await untilQuiet(owner)
    broken.push(...(await census(owner, house, stalls)).map((sentence) => `after repair, ${sentence}`))
    const calm = seen.findable.filter(({ isTroubled }) => !isTroubled).map(({ ms }) => ms)
    const { p50, p95 } = latenciesOf(calm)
    const findable = { count: calm.length, p50, p95, most: rounded(Math.max(0, ...calm)) }
    const seconds = Math.round((performance.now() - began) / 1_000)
    return { broken, edits: wish.edits, kills: kills(), searches: seen.searches, spoiled, repaired, findable, seconds }
  } finally {
    await Promise.all(mortals.map((mortal) => mortal.end()))
    await owner.end()
    await house.close()
    await child.remove()
  }
}

async function storm(
  { edits, seed, killEveryMs }: SearchProofWish,
  owner: Client,
  stalls: readonly Stall[],
  mortals: readonly MortalProcess[],
  kills: () => number,
): Promise<Seen> {
  const random = createRandomness(seed)
  const seen: Seen = { findable: [], searches: 0, foreign: 0, lost: [] }
  let isOver = false
  let begun = 0
  // Each shop's first product is named by who looks for news alone.
  const news = stalls.map((stall) => ({ stall, productId: present(stall.products.shift(), "product").productId }))
  const killing = killInTurns(mortals, killEveryMs, () => isOver)
  const watching = [
    searchAway(owner, stalls, createRandomness(seed + 1), seen, () => isOver),
    ...news.map(({ stall, productId }) => lookForNews(stall, productId, kills, seen, () => isOver)),
  ]
  const editing = Array.from({ length: editors }, async () => {
    while (begun < edits) await editSomething(stalls, random, begun++)
  })
  await Promise.all(editing).finally(() => {
    isOver = true
  })
  await Promise.all([...watching, killing])
  return seen
}

async function killInTurns(mortals: readonly MortalProcess[], everyMs: number, isOver: () => boolean): Promise<void> {
  for (let turn = 0; !isOver(); turn++) {
    const until = performance.now() + everyMs
    while (performance.now() < until && !isOver()) await new Promise((resolve) => setTimeout(resolve, 50))
    if (!isOver()) await mortals[turn % mortals.length]?.kill()
  }
}

async function spoilAndRepair({ seed }: SearchProofWish, owner: Client, stalls: readonly Stall[]) {
  const random = createRandomness(seed + 2)
  let [spoiled, repaired] = [0, 0]
  for (const { ctx } of stalls) {
    spoiled += await spoil(owner, ctx.tenant.id, random)
    repaired += await checkDrift(ctx)
  }
  return { spoiled, repaired }
}

const busy = `
  select (select count(*) from outbox_event where published_at is null) + (select count(*) from search_due)
    + (select count(*) from due_job where job like 'search.%')
    + (select count(*) from search_index where building is not null or asked_at > coalesce(started_at, '-infinity')) as rest`
const longestMs = 600_000

/** All events published, all jobs done, nothing due and no reindex under way: three times in a row, since one thing leads to another. */
async function untilQuiet(owner: Client): Promise<void> {
  const since = performance.now()
  for (let quiet = 0; quiet < 3; ) {
    const { rows } = await owner.query<{ rest: string }>(busy)
    quiet = rows[0]?.rest === "0" ? quiet + 1 : 0
    if (performance.now() - since > longestMs) throw new Error(`the house did not come to rest: ${rows[0]?.rest} things are left`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
