import {
  createPostgresBackend,
  type PgPool,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
  runMigrations,
} from "bullmq"
import { Pool, type PoolClient } from "pg"
import { branded } from "#server/kernel/brand.ts"
import type { Carrier } from "./bullmq-backend.ts"

const schema = "bullmq"

/**
 * Queues in the database itself. One pool for all of them, of which each worker keeps a connection to be woken by.
 * Commits here do not wait for the disk: what a crash takes away is noted as due beside the log, and a finished job that comes back
 * changes nothing.
 */
export async function openPostgresCarrier(
  url: string,
  workers: number,
  onFault: (error: unknown) => void,
): Promise<Carrier<PostgresQueueBackend, PostgresConnectionOptions>> {
  const pool = new Pool({
    connectionString: url,
    max: workers + 5,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: "rialto-queues",
    options: `-c search_path=${schema} -c synchronous_commit=off`,
  })
  pool.on("error", onFault)
  // Each producer and worker listens for errors on the pool that they share.
  pool.setMaxListeners(workers + 10)
  await prepareSchema(pool)
  const connection = branded<PgPool>(pool)
  return {
    ...{ factory: createPostgresBackend, connection, blockingConnection: connection },
    // The queues are as durable as the log itself.
    memory: async () => schema,
    close: () => pool.end(),
  }
}

async function prepareSchema(pool: Pool): Promise<void> {
  const session = await pool.connect()
  try {
    await runMigrations({ query: withoutSchemaCreation(session) }, schema)
    session.release()
  } catch (error) {
    session.release(true)
    throw error
  }
}

/** The schema is there (prisma/policies), and to ask for it again would take the right to create schemas. */
function withoutSchemaCreation(session: PoolClient) {
  return async (text: string, values?: readonly unknown[]) =>
    text.startsWith("CREATE SCHEMA") ? { rows: [] } : session.query(text, values ? [...values] : [])
}
