import type { PlatformContext } from "#server/context/platform-context.ts"
import { openDueJobs } from "#prisma/outbox-jobs.ts"
import type { Tenancy } from "#prisma/tenancy.ts"
import { findTenantById } from "#server/domain/tenants/index.ts"
import type { Clock } from "#server/kernel/clock.ts"
import type { Log } from "#server/kernel/log.ts"
import { openQueueBackend } from "#server/platform/bullmq/open-queue-backend.ts"
import { createMeter, type Meter } from "#server/platform/pulse/meter.ts"
import type { LiveBus } from "#server/ports/live-bus.ts"
import type { Ports } from "#server/ports/ports.ts"
import { dispatch } from "./handlers/dispatch.ts"
import { handlers } from "./handlers/handlers.ts"
import { startRelay } from "./relay/start-relay.ts"
import { queueNames } from "./runtime/queue-names.ts"
import type { RunEnvelope } from "./runtime/run-job.ts"
import { openWorkers } from "./runtime/open-workers.ts"
import { createSystemContexts } from "./runtime/tenant-contexts.ts"
import { startSchedule } from "./schedule.ts"
import { startStockClock } from "./stock-clock.ts"
import { measuredRun } from "./watch/measured-run.ts"
import { watchJobs } from "./watch/watch-jobs.ts"
import { allowTrainers, stopTrainers } from "./training/run-trainer.ts"

export interface WorkersParts {
  /** The platform role's: for the relay, and for the queues while there is no Redis. */
  readonly platformDatabaseUrl: string
  readonly redisUrl: string | undefined
  readonly tenancy: Tenancy
  /** As the system. */
  readonly platform: PlatformContext
  readonly ports: Ports
  readonly clock: Clock
  readonly bus: LiveBus
  readonly log: Log
  /** Where this process counts what it does; without one nobody asks. */
  readonly meter?: Meter
  /** `worker`: everything but training; `trainer`: nothing but that. Both, unless told otherwise. */
  readonly roles?: ReadonlySet<string>
}

export interface Workers {
  /** Stops taking work, finishes what runs, then lets go of the queues. */
  close(): Promise<void>
}

const bothRoles: ReadonlySet<string> = new Set(["worker", "trainer"])

/** The worker process's composition root, or a part of the only process's. */
export async function startWorkers(parts: WorkersParts): Promise<Workers> {
  const { platform, tenancy, ports, clock, bus, log, roles = bothRoles, meter = createMeter() } = parts
  const backend = await openQueueBackend(
    { redisUrl: parts.redisUrl, databaseUrl: parts.platformDatabaseUrl, workers: queueNames.length },
    (error) => log.warn({ err: error }, "the queues' connection is in trouble"),
  )
  const contexts = createSystemContexts({ tenancy, ports, clock, findTenant: (tenantId) => findTenantById(platform, tenantId) })
  const run: RunEnvelope = async (name, envelope) => {
    const ctx = await contexts(envelope.tenantId)
    if (!ctx) return log.warn({ tenantId: envelope.tenantId, job: name }, "a job's shop is gone")
    await dispatch(handlers, name, ctx, envelope)
  }
  const due = openDueJobs(parts.platformDatabaseUrl, (error) => log.warn({ err: error }, "the notes of jobs are in trouble"))
  allowTrainers()
  const queues = queueNames.filter((queue) => roles.has(queue === "training" ? "trainer" : "worker"))
  const workers = openWorkers({ backend, run: measuredRun(run, meter), ended: due.end, log, queues })
  // Whoever trains only leaves the log and the clock to the workers.
  const rounds = roles.has("worker")
    ? [
        startRelay(parts.platformDatabaseUrl, { queue: backend, bus, clock, log, onUse: platform.noteUse }),
        startSchedule({ platform, contexts, log }, watchJobs(platform)),
        startStockClock({ platform, contexts, log }),
      ]
    : []
  return {
    async close() {
      await Promise.all(rounds.map((round) => round.close()))
      stopTrainers()
      await Promise.all(workers.map((worker) => worker.close()))
      await due.close()
      await backend.close()
    },
  }
}
