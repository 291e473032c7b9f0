import { randomUUID } from "node:crypto"
import { type ConnectionOptions, createRedisBackend, type RedisQueueBackend } from "bullmq"
import { Redis } from "ioredis"
import type { Carrier } from "./bullmq-backend.ts"

const memoryKey = "rialto:queues:memory"

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
    async memory() {
      const fresh = randomUUID()
      // It lies beside the queues, so that it is lost with them.
      return (await connection.set(memoryKey, fresh, "NX", "GET")) ?? fresh
    },
    async close() {
      connection.disconnect()
      blockingConnection.disconnect()
    },
  }
}
