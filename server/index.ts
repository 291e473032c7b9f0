import type { PlatformContext } from "#server/context/platform-context.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import { startAuditor } from "#server/platform/audit/start-auditor.ts"
import { openLines } from "#server/platform/live-bus/open-lines.ts"
import { createLog, type Log } from "#server/platform/log.ts"
import { startSampler } from "#server/platform/pulse/start-sampler.ts"
import { type Config, ConfigProblems, readConfig, type Role } from "./config.ts"
import { createPorts } from "./create-ports.ts"
import { createHouse, type House, openDatabases } from "./house.ts"
import { openPayments } from "./open-payments.ts"
import { openWeb } from "./open-web.ts"
import { createParts, type Parts } from "./parts.ts"

export interface WorkerParts extends House {
  readonly platformDatabaseUrl: string
  readonly redisUrl: string | undefined
  /** As the system. */
  readonly platform: PlatformContext
  readonly bus: LiveBus
  /** What of the workers' part this process takes on. */
  readonly roles: ReadonlySet<Role>
}

export type StartWorkers = (parts: WorkerParts) => Promise<{ close(): Promise<void> }>

/** Everything that runs, in the order in which it opens. */
async function open(config: Config, log: Log, parts: Parts, startWorkers: StartWorkers): Promise<void> {
  const databases = openDatabases(config)
  parts.opened("databases", databases.close)
  await databases.requirePowerless()
  const payments = await openPayments(config, log)
  parts.opened("payments", payments.close)
  const ports = createPorts(config, { tenancy: databases.tenancy, payments: payments.gateway, log })
  parts.opened("ports", ports.close)
  const lines = openLines(config.redisUrl, (err) => log.warn({ err }, "the live bus is in trouble"))
  parts.opened("lines", lines.close)
  const house = createHouse({ config, log, ...databases, ports: ports.ports })

  const sampler = startSampler({ platform: house.platformContext({ kind: "system" }), meter: house.meter, log })
  parts.opened("sampler", () => sampler.close())
  const auditor = startAuditor(house)
  parts.opened("auditor", () => auditor.close())

  if (config.roles.has("worker") || config.roles.has("trainer")) {
    const { platformDatabaseUrl, redisUrl, roles } = config
    const platform = house.platformContext({ kind: "system" })
    const workers = await startWorkers({ ...house, platformDatabaseUrl, redisUrl, platform, bus: lines.bus, roles })
    parts.opened("workers", () => workers.close())
  }
  if (config.roles.has("web")) {
    const port = await openWeb({ house, bus: lines.bus, peers: lines.peers, simulator: payments.simulator, parts })
    log.info({ port, market: house.ports.links.market("/") }, "open")
  }
}

function configOrExit(): Config {
  try {
    return readConfig()
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

/**
 * Runs a process in the roles that its configuration names, until a signal ends it. The workers are handed in, since the product does not
 * know who carries out its jobs.
 */
export async function runProcess(startWorkers: StartWorkers): Promise<void> {
  const config = configOrExit()
  const log = createLog(config.logLevel)
  const parts = createParts(log)
  const end = async (code: number) => {
    await parts.close()
    process.exit(code)
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void end(0))
  // Nobody waited for it: the process goes on, since other people's requests are in it.
  process.on("unhandledRejection", (err) => log.error({ err }, "a fault that nobody waited for"))
  try {
    await open(config, log, parts, startWorkers)
    process.send?.({ ready: true })
  } catch (err) {
    log.fatal({ err }, "could not open")
    await end(1)
  }
}
