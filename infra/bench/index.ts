import { loadavg } from "node:os"
import { openedUntilCalledOff } from "#infra/start/call-off.ts"
import { PlainFailure } from "#infra/start/embedded/plain-failure.ts"
import { openBenchWorld } from "./bench-world.ts"
import { benchCheckout } from "./checkout.ts"
import { benchLive } from "./live.ts"
import { publish } from "./report.ts"
import { benchStorefront } from "./storefront.ts"
import { benchTenancy } from "./tenancy.ts"

const benches = { storefront: benchStorefront, checkout: benchCheckout, live: benchLive, tenancy: benchTenancy }

/** Usage: npm run bench storefront | checkout | live | tenancy [seconds per measurement]. The exit code tells whether every promise was kept. */
const [name = "", seconds = "8"] = process.argv.slice(2)
const bench = Object.entries(benches).find(([known]) => known === name)?.[1]
const length = Math.min(60, Math.max(1, Number(seconds) || 8)) * 1_000
if (!bench) {
  process.stderr.write(`There is no benchmark "${name}": npm run bench ${Object.keys(benches).join(" | ")}\n`)
  process.exit(1)
}

const opened = openedUntilCalledOff(1)
let code = 0
try {
  const loadBefore = loadavg()[0] ?? 0
  const report = await bench(await openBenchWorld(opened), opened, length)
  publish(name, report, loadBefore)
  code = report.broken.length > 0 ? 1 : 0
} catch (error) {
  code = 1
  if (!opened.isCalledOff()) process.stderr.write(`\n${error instanceof PlainFailure ? error.message : String(error)}\n`)
}
await opened.closeAll()
process.exit(code)
