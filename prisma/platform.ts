import type { Database } from "./client.ts"
import type { PrismaClient } from "./generated/client.ts"
import { type Sql, sqlIn } from "./sql.ts"

/** Every table, every tenant: for tenant look-up, the relay, billing and support. */
export interface PlatformRows {
  readonly rows: Omit<PrismaClient, `$${string}`>
  readonly sql: Sql
}

export interface PlatformTables {
  read<T>(run: (platform: PlatformRows) => Promise<T>): Promise<T>
  transact<T>(run: (platform: PlatformRows) => Promise<T>): Promise<T>
}

/** The platform's own role and pool. There is no way from a tenant's context to here. */
export function createPlatformTables(database: Database): PlatformTables {
  const run = <T>(mode: "read" | "write", body: (platform: PlatformRows) => Promise<T>) =>
    database.unitOfWork({ kind: "platform", mode }, (scope) => body({ rows: database.client, sql: sqlIn(scope) }))
  return { read: (body) => run("read", body), transact: (body) => run("write", body) }
}
