import { type BackendFactory, type IQueueBackend, type Job, Queue, Worker } from "bullmq"
import { jobOptions, workerOptions } from "./job-options.ts"
import type { OpenQueue, OpenWorker, QueueBackend, QueueEntry, TakenJob, WorkerWatch } from "./queue-backend.ts"

export interface Carrier<B extends IQueueBackend, C> {
  readonly factory: BackendFactory<B, C>
  /** For adding jobs: fails soon when the carrier is away. */
  readonly connection: C
  /** For waiting for jobs: never gives up. */
  readonly blockingConnection: C
  close(): Promise<void>
}

/** BullMQ over whichever carrier; the only place that knows it. */
export function createBullmqBackend<B extends IQueueBackend, C>(carrier: Carrier<B, C>, onFault: (error: unknown) => void): QueueBackend {
  return {
    openQueue: (name) => openQueue(carrier, name, onFault),
    openWorker: (name, concurrency, run, watch) => openWorker(carrier, { name, concurrency, run, watch }),
    close: () => carrier.close(),
  }
}

function openQueue<B extends IQueueBackend, C>({ factory, connection }: Carrier<B, C>, name: string, onFault: (error: unknown) => void): OpenQueue {
  const queue = new Queue<unknown, unknown, string, unknown, unknown, string, B, C>(name, { connection, defaultJobOptions: jobOptions }, factory)
  queue.on("error", onFault)
  return {
    async add(entries) {
      const [only] = entries
      if (entries.length > 1) await queue.addBulk(entries.map((entry) => ({ name: entry.name, data: entry.data, opts: optionsOf(entry) })))
      else if (only) await queue.add(only.name, only.data, optionsOf(only))
    },
    async depth() {
      const counts = await queue.getJobCounts("waiting", "active", "delayed", "failed")
      return { waiting: counts["waiting"] ?? 0, active: counts["active"] ?? 0, delayed: counts["delayed"] ?? 0, dead: counts["failed"] ?? 0 }
    },
    close: () => queue.close(),
  }
}

function optionsOf({ id, delayMs }: QueueEntry) {
  return delayMs ? { jobId: id, delay: delayMs } : { jobId: id }
}

interface WorkerWish {
  readonly name: string
  readonly concurrency: number
  readonly run: (job: TakenJob) => Promise<void>
  readonly watch: WorkerWatch
}

function openWorker<B extends IQueueBackend, C>({ factory, blockingConnection }: Carrier<B, C>, { name, concurrency, run, watch }: WorkerWish): OpenWorker {
  const worker = new Worker<unknown, void, string, B, never, C>(
    name,
    (job) => run(taken(job)),
    { connection: blockingConnection, concurrency, ...workerOptions },
    factory,
  )
  worker.on("error", (error) => watch.fault(error))
  worker.on("failed", (job, error) => watch.failed(job && taken(job), error, job?.finishedOn !== undefined))
  return { close: () => worker.close() }
}

function taken(job: Pick<Job, "id" | "name" | "data">): TakenJob {
  return { id: job.id ?? "", name: job.name, data: job.data }
}
