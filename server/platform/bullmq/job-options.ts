import { type JobsOptions, UnrecoverableError, type WorkerOptions } from "bullmq"
import { days, seconds } from "#server/kernel/clock.ts"

/** Ten attempts over about a quarter of an hour, spread so that a fleet does not knock in step. Dead jobs are kept to be looked at. */
export const jobOptions: JobsOptions = {
  attempts: 10,
  backoff: { type: "exponential", delay: seconds(1), jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: { age: days(30) / 1_000, count: 10_000 },
  stackTraceLimit: 3,
}

/**
 * A killed worker's jobs are taken over within about 15 seconds. The stall count is high since a stall is the machine's
 * fault, not the job's.
 */
export const workerOptions: Pick<WorkerOptions, "lockDuration" | "stalledInterval" | "maxStalledCount" | "drainDelay"> = {
  lockDuration: seconds(15),
  stalledInterval: seconds(5),
  maxStalledCount: 20,
  drainDelay: 10,
}

/** An error after which trying again is no use: the job is dead at once. */
export function hopeless(message: string): Error {
  return new UnrecoverableError(message)
}
