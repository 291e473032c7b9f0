import type { Log } from "#server/kernel/log.ts"
import type { OpenWorker, QueueBackend } from "#server/platform/bullmq/queue-backend.ts"
import type { Queues } from "#workers/relay/enqueue.ts"
import { concurrencyOf, type QueueName, queueNames } from "./queue-names.ts"
import { type RunEnvelope, runJob } from "./run-job.ts"

export function openQueues(backend: QueueBackend): Queues {
  const open = (name: QueueName) => backend.openQueue(name)
  return { payments: open("payments"), orders: open("orders"), search: open("search"), outreach: open("outreach"), insights: open("insights") }
}

export function openWorkers(backend: QueueBackend, queues: Queues, run: RunEnvelope, log: Log): OpenWorker[] {
  return queueNames.map((name) =>
    backend.openWorker(name, concurrencyOf[name], (job) => runJob(queues[name], job, run), {
      failed: (job, error, dead) => {
        const details = { queue: name, job: job?.name, jobId: job?.id, error }
        if (dead) log.error(details, "a job is dead")
        else log.warn(details, "a job failed and will be tried again")
      },
      fault: (error) => log.warn({ queue: name, error }, "a queue's connection is in trouble"),
    }),
  )
}
