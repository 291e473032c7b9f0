import { createBullmqBackend } from "./bullmq-backend.ts"
import { openPostgresCarrier } from "./postgres-carrier.ts"
import type { QueueBackend } from "./queue-backend.ts"
import { openRedisCarrier } from "./redis-carrier.ts"

export interface QueueWish {
  /** Undefined: the queues live in the database. */
  readonly redisUrl: string | undefined
  /** The platform role's, which owns the tables of the schema `bullmq`. */
  readonly databaseUrl: string
  /** How many workers will be opened: each keeps a connection. */
  readonly workers: number
}

export async function openQueueBackend(
  { redisUrl, databaseUrl, workers }: QueueWish,
  onFault: (error: unknown) => void,
): Promise<QueueBackend> {
  if (redisUrl) return createBullmqBackend(openRedisCarrier(redisUrl, onFault), onFault)
  return createBullmqBackend(await openPostgresCarrier(databaseUrl, workers, onFault), onFault)
}
