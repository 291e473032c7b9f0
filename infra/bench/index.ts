import { loadavg } from "node:os"
import { openedUntilCalledOff } from "#infra/start/call-off.ts"
import { PlainFailure } from "#infra/start/embedded/plain-failure.ts"
import { openBenchWorld } from "./bench-world.ts"
import { benchCheckout } from "./checkout.ts"
import { benchLedger } from "./ledger.ts"
import { benchLive } from "./live.ts"
import { benchPulse } from "./pulse.ts"
import { benchRecommend } from "./recommend.ts"
import { publish, type Report } from "./report.ts"
import { benchSearch } from "./search.ts"
import { benchSearchQuality } from "./search-quality.ts"
import { benchStock } from "./stock.ts"
import { benchStorefront } from "./storefront.ts"
import { benchTenancy } from "./tenancy.ts"

const benches = {
  ledger: benchLedger,
  storefront: benchStorefront,
  checkout: benchCheckout,
  live: benchLive,
  tenancy: benchTenancy,
  pulse: benchPulse,
  search: benchSearch,
}
/** Those that need no shop to run. */
const loneBenches = { recommend: benchRecommend, "search-quality": benchSearchQuality, stock: benchStock }

/** Usage: npm run bench storefront | checkout | ledger | live | tenancy | pulse | search [seconds per measurement], or search-quality, stock, or recommend with options of its own. The exit code tells whether every promise was kept. */
const [name = "", seconds = "8"] = process.argv.slice(2)
const bench = findBench()
const length = Math.min(60, Math.max(1, Number(seconds) || 8)) * 1_000
if (!bench) {
  process.stderr.write(
    `There is no benchmark "${name}": npm run bench ${[...Object.keys(benches), ...Object.keys(loneBenches)].join(" | ")}\n`,
  )
  process.exit(1)
}

const opened = openedUntilCalledOff(1)
let code = 0
try {
  const loadBefore = loadavg()[0] ?? 0
  const report = await bench()
  publish(name, report, loadBefore)
  code = report.broken.length > 0 ? 1 : 0
} catch (error) {
  code = 1
  if (!opened.isCalledOff()) process.stderr.write(`\n${error instanceof PlainFailure ? error.message : String(error)}\n`)
}
await opened.closeAll()
process.exit(code)

function findBench(): (() => Promise<Report>) | undefined {
  const lone = Object.entries(loneBenches).find(([known]) => known === name)?.[1]
  if (lone) return () => lone(process.argv.slice(3))
  const inWorld = Object.entries(benches).find(([known]) => known === name)?.[1]
  return inWorld && (async () => inWorld(await openBenchWorld(opened), opened, length))
}
