import { type ConnectionOptions, createRedisBackend, type RedisQueueBackend } from "bullmq"
import { Redis } from "ioredis"
import type { Carrier } from "./bullmq-backend.ts"

/** Redis must run with `maxmemory-policy noeviction`: a queue is no cache. */
export function openRedisCarrier(url: string, onFault: (error: unknown) => void): Carrier<RedisQueueBackend, ConnectionOptions> {
  const connection = new Redis(url, { maxRetriesPerRequest: 3 })
  const blockingConnection = new Redis(url, { maxRetriesPerRequest: null })
  connection.on("error", onFault)
  blockingConnection.on("error", onFault)
  return {
    factory: createRedisBackend,
    connection,
    blockingConnection,
    async close() {
      connection.disconnect()
      blockingConnection.disconnect()
    },
  }
}
