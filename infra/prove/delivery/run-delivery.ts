import { openFleet } from "#infra/prove/fleet/fleet.ts"
import { openNetwork } from "#infra/prove/fleet/network.ts"
import { createRandomness } from "#infra/prove/isolation/randomness.ts"
import { roleUrls } from "#prisma/roles.ts"
import { buildWorld } from "#tests/support/world.ts"
import { lacks, settleAccounts } from "./check-page.ts"
import { type Group, openGroup } from "./people.ts"
import type { Page } from "./page.ts"
import { openStreets } from "./streets.ts"
import { makeTrouble } from "./troubles.ts"
import { openTruth, type Truth } from "./truth.ts"
import { newVisitors, startWriter } from "./writer.ts"

export interface DeliveryWish {
  readonly ownerUrl: string
  readonly folder: string
  readonly runs: number
  readonly seed: number
  readonly clients: number
  readonly dropMs: number
  readonly mayUseRedis?: boolean
  readonly onRun?: (run: number, trouble: string, tookMs: number) => void
}

export interface DeliveryReport {
  readonly broken: readonly string[]
  readonly runs: number
  readonly clients: number
  readonly withRedis: boolean
  readonly events: number
  readonly frames: number
  readonly connections: number
  readonly resets: number
  readonly kills: number
  readonly troubles: Readonly<Record<string, number>>
  readonly seconds: number
}

const perGroup = 20
const shops = 5
const patienceMs = 300_000

/** Pages in groups, each behind a network of its own; trouble after trouble; after each, every page of the group holds what happened. */
export async function runDelivery(wish: DeliveryWish): Promise<DeliveryReport> {
  const began = performance.now()
  const { ownerUrl, seed } = wish
  const { app: appUrl, platform: platformUrl } = roleUrls(ownerUrl)
  const world = buildWorld({ appUrl, platformUrl })
  const streets = await openStreets(world, shops)
  const fleet = await openFleet({ ...wish, webs: 2 })
  const truth = await openTruth(ownerUrl)
  const visitors = newVisitors(wish.clients)
  const networks = await Promise.all(Array.from({ length: Math.ceil(wish.clients / perGroup) }, () => openNetwork(fleet.ports)))
  await truth.refresh()
  const groups = networks.map((network, at) => {
    const street = streets[at % shops]
    if (!street) throw new Error("there is no such street")
    const own = visitors.slice(at * perGroup, (at + 1) * perGroup)
    return openGroup({ name: `${at}`, street, network, visitors: own, chance: createRandomness(seed * 31 + at), truth })
  })
  const writer = startWriter(streets, visitors, createRandomness(seed))
  const broken: string[] = []
  const troubles: Record<string, number> = {}
  let next = 0

  const work = async (group: Group) => {
    await settled(group, truth, broken, "at the start")
    while (next < wish.runs && broken.length === 0) {
      const run = next++
      const since = performance.now()
      const scene = { ...group, fleet, dropMs: wish.dropMs, burst: () => writer.burst(group.street) }
      const trouble = await makeTrouble(run, { ...scene, chance: createRandomness(seed * 100_003 + run) })
      await settled(group, truth, broken, `in run ${run} (${trouble})`)
      troubles[trouble] = (troubles[trouble] ?? 0) + 1
      wish.onRun?.(run, trouble, performance.now() - since)
    }
  }
  try {
    await Promise.all(groups.map(work))
    await writer.stop()
    for (const group of groups) await settled(group, truth, broken, "at the end", true)
    broken.push(...(await miscounted(groups.flatMap((group) => group.pages))), ...fleet.deaths())
  } finally {
    await writer.stop()
    for (const { pages } of groups) for (const page of pages) page.close()
    for (const network of networks) await network.close()
    await fleet.end()
  }
  const pages = groups.flatMap((group) => group.pages)
  const sum = (name: "frames" | "connections" | "resets") => pages.reduce((total, { counts }) => total + counts[name], 0)
  const events = streets.reduce((total, { ctx }) => total + truth.head(ctx.tenant.id), 0)
  await truth.close()
  await world.close()
  return {
    ...{ broken, runs: Math.min(next, wish.runs), clients: wish.clients, withRedis: fleet.redis !== undefined, events, troubles },
    ...{ frames: sum("frames"), connections: sum("connections"), resets: sum("resets"), kills: fleet.kills },
    seconds: Math.round((performance.now() - began) / 1_000),
  }
}

/** Waits until every page of the group holds what has happened by now; then holds what it was told against what happened. */
async function settled(group: Group, truth: Truth, broken: string[], when: string, isEnd = false): Promise<void> {
  const { tenantId } = group.pages[0]?.wish ?? { tenantId: "" }
  for (const until = Date.now() + patienceMs; isEnd && (await truth.unpublished()) > 0 && Date.now() < until; ) await pause()
  await truth.refresh()
  const upTo = truth.head(tenantId)
  const late = () => group.pages.find((page) => lacks(page, truth, upTo) !== undefined)
  for (const until = Date.now() + patienceMs; late() && Date.now() < until; ) await pause()
  const left = late()
  if (left) broken.push(`${left.wish.name} ${lacks(left, truth, upTo)} ${when}, after ${patienceMs / 1_000} s`)
  await truth.refresh()
  for (const page of group.pages) broken.push(...settleAccounts(page, truth).map((words) => `${words} ${when}`))
  if (!isEnd) return
  for (const { wish, listeners } of group.pages)
    if (listeners.some(({ stretches }) => stretches.some(({ heard }) => heard.length > 0)))
      broken.push(`${wish.name} heard what never happened ${when}`)
}

/** How many look at a product is summed over the nodes; where it is told wrong for long, that is said. */
async function miscounted(pages: readonly Page[]): Promise<string[]> {
  const productOf = ({ wish }: Page) => wish.subscriptions.flatMap((one) => (one.topic === "product" ? [one.id] : []))[0] ?? ""
  const viewers = (id: string) => new Set(pages.filter((page) => productOf(page) === id).map(({ wish }) => wish.visitorId)).size
  const toldTo = (page: Page) => page.client.board.read("viewers", productOf(page))?.count ?? 0
  const wrong = () => pages.filter((page) => productOf(page) !== "" && toldTo(page) !== viewers(productOf(page)))
  for (const until = Date.now() + patienceMs / 3; wrong().length > 0 && Date.now() < until; ) await pause()
  return wrong().map((page) => `${page.wish.name} was told of ${toldTo(page)} viewers of ${viewers(productOf(page))}`)
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
