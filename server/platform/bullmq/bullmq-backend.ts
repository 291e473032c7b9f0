import { type BackendFactory, FlowProducer, type IQueueBackend, type Job, Worker } from "bullmq"
import { jobOptions, workerOptions } from "./job-options.ts"
import type { OpenWorker, QueueBackend, QueueEntry, TakenJob, WorkerWatch } from "./queue-backend.ts"

export interface Carrier<B extends IQueueBackend, C> {
  readonly factory: BackendFactory<B, C>
  /** For adding jobs: fails soon when the carrier is away. */
  readonly connection: C
  /** For waiting for jobs: never gives up. */
  readonly blockingConnection: C
  close(): Promise<void>
}

/** BullMQ over whichever carrier; the only place that knows it. */
export function createBullmqBackend<B extends IQueueBackend, C>(
  carrier: Carrier<B, C>,
  onFault: (error: unknown) => void,
): QueueBackend {
  const producer = new FlowProducer<B, C>({ connection: carrier.connection }, outspoken(carrier.factory))
  producer.on("error", onFault)
  let isOpen = true
  return {
    async add(entries) {
      if (!isOpen) throw new Error("the queues are closed")
      // Flows without children: the one call that reaches many queues at once, and on PostgreSQL five times as fast as a bulk per queue.
      if (entries.length > 0) await producer.addBulk(entries.map(flowOf))
    },
    openWorker: (queue, concurrency, run, watch) => openWorker(carrier, { queue, concurrency, run, watch }),
    async close() {
      isOpen = false
      await producer.close()
      await carrier.close()
    },
  }
}

/** BullMQ's bulk call drops the answers of its backend, errors too; here an error is thrown before it can be dropped. */
function outspoken<B extends IQueueBackend, C>(factory: BackendFactory<B, C>): BackendFactory<B, C> {
  return (...args) => {
    const backend = factory(...args)
    const addFlow = backend.addFlow.bind(backend)
    backend.addFlow = async (entries) => {
      const answers = await addFlow(entries)
      if (answers.length < entries.length) throw new Error("the queues did not answer for every job")
      for (const [error, code] of answers) {
        if (error) throw error
        if (typeof code === "number" && code < 0) throw new Error(`the queues refused a job: ${code}`)
      }
      return answers
    }
    return backend
  }
}

function flowOf({ queue, id, name, data, delayMs }: QueueEntry) {
  return { queueName: queue, name, data, opts: { ...jobOptions, jobId: id, ...(delayMs ? { delay: delayMs } : {}) } }
}

interface WorkerWish {
  readonly queue: string
  readonly concurrency: number
  readonly run: (job: TakenJob) => Promise<void>
  readonly watch: WorkerWatch
}

function openWorker<B extends IQueueBackend, C>(
  { factory, blockingConnection }: Carrier<B, C>,
  { queue, concurrency, run, watch }: WorkerWish,
): OpenWorker {
  const worker = new Worker<unknown, void, string, B, never, C>(
    queue,
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
