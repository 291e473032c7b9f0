import type { Log } from "#server/kernel/log.ts"
import type { OpenWorker, QueueBackend } from "#server/platform/bullmq/queue-backend.ts"
import { concurrencyOf, type QueueName, queueNames } from "./queue-names.ts"
import { type JobParts, runJob } from "./run-job.ts"

export interface WorkersWish extends Pick<JobParts, "run" | "ended"> {
  readonly backend: QueueBackend
  readonly log: Log
  /** All, unless told otherwise. */
  readonly queues?: readonly QueueName[]
}

/** One worker per queue. Failures are logged here, once. */
export function openWorkers({ backend, log, queues = queueNames, ...parts }: WorkersWish): OpenWorker[] {
  return queues.map((queue) =>
    backend.openWorker(queue, concurrencyOf[queue], (job) => runJob({ backend, queue, ...parts }, job), {
      failed(job, error, dead) {
        const details = { queue, job: job?.name, jobId: job?.id, err: error }
        if (dead) log.error(details, "a job is dead")
        else log.warn(details, "a job failed and will be tried again")
      },
      fault: (error) => log.warn({ queue, err: error }, "a queue's connection is in trouble"),
    }),
  )
}
