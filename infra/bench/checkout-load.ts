import { z } from "zod"
import { cpuSeconds, familyCpuSeconds } from "./cpu-clock.ts"
import { askChild } from "./in-child.ts"
import { type Latencies, latenciesOf, rounded } from "./latencies.ts"
import type { Product } from "./product.ts"

export interface Goods {
  readonly slug: string
  readonly variantId: string
}

export interface CheckoutLoad {
  readonly goods: readonly Goods[]
  readonly shoppers: number
  readonly asPages: boolean
  readonly forMs: number
  readonly most: number
}

export interface CheckoutFigures extends Latencies {
  readonly shoppers: number
  readonly asPages: boolean
  readonly perSecond: number
  readonly paid: number
  readonly soldOut: number
  readonly failed: number
  readonly failures: readonly string[]
  readonly looksPerOrder: number
  readonly cpuPer1000: number
  readonly databaseCpuPer1000: number
  /** Median milliseconds of each step. */
  readonly steps: Readonly<Record<string, number>>
}

const times = z.instanceof(Float64Array)
const outcome = z.object({
  ...{ paid: z.number(), soldOut: z.number(), failed: z.number(), looks: z.number(), seconds: z.number() },
  ...{ millis: times, steps: z.record(z.string(), times), failures: z.array(z.string()) },
})

/** Shoppers from a process of their own buy for a time, or until there were `most` errands. */
export async function loadCheckout(product: Product, databasePid: number, load: CheckoutLoad): Promise<CheckoutFigures> {
  const [cpu, databaseCpu] = [cpuSeconds(product.pid), familyCpuSeconds(databasePid)]
  const wish = { ...load, port: product.port, host: product.shop.host, payHost: `pay.localhost:${product.port}` }
  const said = await askChild("shoppers.ts", wish, (text) => outcome.parse(text), load.forMs + 60_000)
  const per1000 = (used: number) => rounded((used / Math.max(1, said.paid)) * 1_000, 2)
  return {
    ...{ shoppers: load.shoppers, asPages: load.asPages, paid: said.paid, soldOut: said.soldOut, failed: said.failed },
    failures: said.failures,
    perSecond: rounded(said.paid / said.seconds, 1),
    ...latenciesOf([...said.millis]),
    looksPerOrder: rounded(said.looks / Math.max(1, said.paid)),
    cpuPer1000: per1000(cpuSeconds(product.pid) - cpu),
    databaseCpuPer1000: per1000(familyCpuSeconds(databasePid) - databaseCpu),
    steps: Object.fromEntries(Object.entries(said.steps).map(([name, all]) => [name, latenciesOf([...all]).p50])),
  }
}
