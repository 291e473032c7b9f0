import { z } from "zod"
import { systemClock } from "#server/kernel/clock.ts"
import { silentLog } from "#server/kernel/log.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { startWorkers } from "#workers/index.ts"
import { openSearchHouse } from "./search-house.ts"

/** A worker in a process of its own, to be killed. */
const wish = z.object({ appUrl: z.string(), platformUrl: z.string() }).parse(JSON.parse(process.argv[2] ?? "{}"))
const { platform, ports, tenancy } = openSearchHouse(wish)
await startWorkers({
  ...{ platform, ports, tenancy, platformDatabaseUrl: wish.platformUrl, redisUrl: undefined },
  ...{ clock: systemClock, bus: createInProcessBus(), log: silentLog, roles: new Set(["worker"]) },
})
process.on("disconnect", () => process.exit(0))
process.send?.("ready")
