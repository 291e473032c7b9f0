import { parseArgs } from "node:util"
import type { DataWish } from "./recommend-data.ts"

const usage = "npm run bench recommend [-- --events FILE.csv | --made-up | --large]"

/** Which sets of events are asked for: the seeded shops and a made-up set, unless one is named. */
export function readWish(args: readonly string[]): [string, DataWish][] {
  const options = { events: { type: "string" }, "made-up": { type: "boolean" }, large: { type: "boolean" } } as const
  const { values } = (() => {
    try {
      return parseArgs({ args: [...args], options })
    } catch {
      throw new Error(`Usage: ${usage}`)
    }
  })()
  if (values.events) return [[values.events, { file: values.events }]]
  const madeUp: [string, DataWish] = ["made-up", { visitors: 1_000, products: 500, events: 50_000, seed: 1 }]
  if (values["made-up"]) return [madeUp]
  if (values.large) return [["a million", { visitors: 20_000, products: 10_000, events: 1_000_000, seed: 1 }]]
  const shops = ["alder", "mohn", "songyan"].map((shop): [string, DataWish] => [`seed: ${shop}`, { shop }])
  return [...shops, madeUp]
}
