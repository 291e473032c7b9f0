import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { fenceConnection } from "./fenced-connection.ts"
import { PrismaClient } from "./generated/client.ts"
import { statementName } from "./statement-name.ts"

export interface DatabaseOptions {
  readonly url: string
  readonly poolSize: number
  readonly applicationName: string
}

export interface Database {
  readonly client: PrismaClient
  close(): Promise<void>
}

/** One pool, whose connections run nothing outside a unit of work. Not for domain code: see `tenancy.ts` and `platform.ts`. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    application_name: options.applicationName,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  })
  pool.on("connect", fenceConnection)
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined)
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: (query) => statementName(query.sql) }),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })
  return {
    client,
    async close() {
      await client.$disconnect()
      await pool.end()
    },
  }
}
