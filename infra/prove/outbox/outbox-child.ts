import { z } from "zod"
import { systemClock } from "#server/kernel/clock.ts"
import { silentLog } from "#server/kernel/log.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { startWorkers } from "#workers/index.ts"
import { request } from "./deed.ts"
import { doDeed } from "./do-deed.ts"
import { openHouse } from "./open-house.ts"

/** Who writes, or the relay and the workers, in a process of its own, to be killed. */
const wish = z
  .object({
    role: z.enum(["scribe", "worker"]),
    appUrl: z.string(),
    platformUrl: z.string(),
    redisUrl: z.string().optional(),
    folder: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"))
const house = openHouse(wish)

if (wish.role === "worker") {
  const { platform, ports, tenancy } = house
  const parts = { platform, ports, tenancy, platformDatabaseUrl: wish.platformUrl, redisUrl: wish.redisUrl }
  const roles = new Set(["worker"])
  await startWorkers({ ...parts, roles, clock: systemClock, bus: createInProcessBus(), log: silentLog })
} else {
  process.on("message", (message) => {
    const { id, deed } = request.parse(message)
    void house
      .shop(deed.tenantId)
      .then((ctx) => doDeed(ctx, deed))
      .catch(() => "unknown" as const)
      .then((ending) => process.send?.({ id, ending }))
  })
}
process.on("disconnect", () => process.exit(0))
process.send?.("ready")
