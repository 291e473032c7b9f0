import { openQueueBackend } from "#server/platform/bullmq/open-queue-backend.ts"
import { createInProcessBus } from "#server/platform/live-bus/in-process.ts"
import { systemClock } from "#server/kernel/clock.ts"
import { silentLog } from "#server/kernel/log.ts"
import { present } from "#server/kernel/assert.ts"
import { startRelay } from "#workers/relay/start-relay.ts"

/** A relay in a process of its own, to be killed. */
const url = present(process.argv[2], "the platform's database URL")
const backend = await openQueueBackend({ redisUrl: process.argv[3], databaseUrl: url, workers: 0 }, () => undefined)
startRelay(url, {
  queue: backend,
  bus: createInProcessBus(),
  clock: systemClock,
  log: silentLog,
  onUse: () => undefined,
})
process.send?.("ready")
