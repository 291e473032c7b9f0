import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { PrismaClient } from "./generated/client.ts"
import { createPacketSocket } from "./packet-socket.ts"
import type { Access, Scope } from "./scope.ts"
import { createScopedPool } from "./scoped-pool.ts"
import { namingStatement } from "./scoped-query.ts"
import { statementName } from "./statement-name.ts"
import { runUnitOfWork } from "./unit-of-work.ts"
import { unmerged } from "./unmerged.ts"

export interface DatabaseOptions {
  readonly url: string
  readonly poolSize: number
  readonly applicationName: string
  /** How long a unit of work waits for a connection. */
  readonly patienceMs?: number
  /** How many compiled queries Prisma keeps. */
  readonly mostPlans?: number
}

/** One role's pool. Not for domain code: see `tenancy.ts` and `platform.ts`. */
export interface Database {
  /** Runs nothing outside a unit of work. */
  readonly client: PrismaClient
  unitOfWork<T>(access: Access, body: (scope: Scope) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const limits = "-c statement_timeout=15s -c idle_in_transaction_session_timeout=15s"

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    application_name: options.applicationName,
    connectionTimeoutMillis: options.patienceMs ?? 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    pipeline: true,
    stream: createPacketSocket,
    options: limits,
  })
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined)
  pool.on("connect", (connection) => {
    connection.on("error", () => undefined)
    // Without it every statement fails.
    connection.query(namingStatement).catch(() => undefined)
  })
  const adapter = new PrismaPg(createScopedPool(), { statementNameGenerator: (query) => statementName(query.sql) })
  const client = unmerged(
    new PrismaClient({ adapter, errorFormat: "minimal", queryPlanCacheMaxSize: options.mostPlans ?? 1_000 }),
  )
  return {
    client,
    unitOfWork: (access, body) => runUnitOfWork(pool, access, body),
    async close() {
      await client.$disconnect()
      await pool.end()
    },
  }
}
