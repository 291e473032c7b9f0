import { minutes, seconds } from "#server/kernel/clock.ts"
import type { Figures, Takings } from "#server/messages/pulse.ts"
import type { ShopReading } from "#server/platform/pulse/sample.ts"
import { amountRing, countRing, type Ring } from "./ring.ts"
import { createSlidingTimes } from "./sliding-times.ts"

/** What moves at one shop, or at all of them, as it happens. */
export interface ShopLine {
  order(atMs: number, count: number): void
  paid(atMs: number, currency: string, minor: bigint): void
  stockOut(atMs: number, count: number): void
  /** The counts of a reading; how things stand is not a line's to add up. */
  reading(atMs: number, reading: ShopReading): void
  figures(nowMs: number, standing: Pick<Figures, "visitors" | "sockets" | "held" | "queueDepth" | "queueAgeMs">): Figures
  /** One of the figures alone. */
  readonly weigh: Readonly<Record<LineSort, (nowMs: number) => number>>
  takings(nowMs: number): Takings
  /** Orders of each of the last 60 minutes, oldest first. */
  orderHistory(nowMs: number): number[]
}

/** What shops are ordered by and a line knows by itself. */
export type LineSort = "orders" | "stock-outs" | "refusals" | "faults" | "pages" | "jobs"

const lastMinute = () => countRing(seconds(1), 60)

export function createShopLine(): ShopLine {
  const orders = lastMinute()
  const stockOuts = lastMinute()
  const refusals = lastMinute()
  const faults = lastMinute()
  const history = countRing(minutes(1), 60)
  const takings = new Map<string, Ring<bigint>>()
  const pages = createSlidingTimes()
  const jobs = createSlidingTimes()
  return {
    order(atMs, count) {
      orders.add(atMs, count)
      history.add(atMs, count)
    },
    paid(atMs, currency, minor) {
      const ring = takings.get(currency) ?? amountRing(seconds(1), 60)
      takings.set(currency, ring)
      ring.add(atMs, minor)
    },
    stockOut: (atMs, count) => stockOuts.add(atMs, count),
    reading(atMs, reading) {
      if (reading.refusals) refusals.add(atMs, reading.refusals)
      if (reading.faults) faults.add(atMs, reading.faults)
      if (reading.pages?.length) pages.add(atMs, reading.pages)
      if (reading.jobs?.length) jobs.add(atMs, reading.jobs)
    },
    figures(nowMs, standing) {
      const [served, run] = [pages.read(nowMs), jobs.read(nowMs)]
      return {
        ...standing,
        orders: orders.sum(nowMs),
        paid: sumsOf(takings, nowMs),
        stockOuts: stockOuts.sum(nowMs),
        refusals: refusals.sum(nowMs),
        faults: faults.sum(nowMs),
        pages: served.count,
        pagesP95Ms: served.p95Ms,
        jobs: run.count,
        jobsP95Ms: run.p95Ms,
      }
    },
    weigh: {
      orders: orders.sum,
      "stock-outs": stockOuts.sum,
      refusals: refusals.sum,
      faults: faults.sum,
      pages: (nowMs) => pages.read(nowMs).p95Ms ?? -1,
      jobs: (nowMs) => jobs.read(nowMs).p95Ms ?? -1,
    },
    takings: (nowMs) => sumsOf(takings, nowMs),
    orderHistory: (nowMs) => history.list(nowMs),
  }
}

function sumsOf(takings: ReadonlyMap<string, Ring<bigint>>, nowMs: number): Takings {
  const sums: Record<string, string> = {}
  for (const [currency, ring] of takings) {
    const minor = ring.sum(nowMs)
    if (minor !== 0n) sums[currency] = minor.toString()
  }
  return sums
}
