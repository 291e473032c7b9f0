import { z } from "zod"
import { buy } from "./buy.ts"
import { connections, openShopperBrowser } from "./shopper-browser.ts"
import { answer, readWish } from "./wish.ts"

/** Shoppers who buy one thing after another for a time, each time as a new guest. */
const wish = await readWish(
  z.object({
    ...{ port: z.number(), host: z.string(), payHost: z.string(), asPages: z.boolean() },
    goods: z.array(z.object({ slug: z.string(), variantId: z.string() })).min(1),
    shoppers: z.number().int().min(1).max(128),
    forMs: z.number().max(120_000),
    /** Errands altogether. */
    most: z.number().int().max(100_000),
  }),
)

const began = performance.now()
const millis: number[] = []
const steps: Record<string, number[]> = {}
const counts = { paid: 0, soldOut: 0, failed: 0, looks: 0 }
const failures = new Set<string>()
let errands = 0

await Promise.all(Array.from({ length: wish.shoppers }, shop))
connections.destroy()
answer({
  ...counts,
  seconds: (performance.now() - began) / 1_000,
  millis: Float64Array.from(millis),
  steps: Object.fromEntries(Object.entries(steps).map(([name, times]) => [name, Float64Array.from(times)])),
  failures: [...failures].slice(0, 5),
})

async function shop(): Promise<void> {
  while (performance.now() - began < wish.forMs && errands < wish.most) {
    const nth = errands++
    const goods = wish.goods[nth % wish.goods.length]
    if (goods) await run({ ...goods, email: `guest-${nth}@example.com`, payHost: wish.payHost, asPages: wish.asPages })
  }
}

async function run(errand: Parameters<typeof buy>[1]): Promise<void> {
  const since = performance.now()
  let last = since
  try {
    const { outcome, looks } = await buy(openShopperBrowser(wish.port, wish.host), errand, (name) => {
      const now = performance.now()
      steps[name] ??= []
      steps[name].push(now - last)
      last = now
    })
    if (outcome === "sold-out") counts.soldOut++
    else {
      millis.push(performance.now() - since)
      counts.paid++
      counts.looks += looks
    }
  } catch (error) {
    counts.failed++
    failures.add(String(error))
  }
}
