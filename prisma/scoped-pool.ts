import pg from "pg"
import { branded } from "#server/kernel/brand.ts"
import { scopeNow } from "./scope.ts"
import { send } from "./send.ts"

/**
 * What Prisma takes for a pool: it has no connection of its own, and sends each statement on the connection of the unit of work
 * in scope. A transaction that Prisma opens by itself joins that unit of work.
 */
export function createScopedPool(): pg.Pool {
  const query = (statement: pg.QueryConfig) => send(scopeNow(), statement)
  const nested = {
    query: (statement: pg.QueryConfig) =>
      isBoundary(statement) ? Promise.resolve({ rowCount: 0, rows: [], fields: [] }) : query(statement),
    on: () => undefined,
    removeListener: () => undefined,
    release: () => undefined,
  }
  const connect = async () => {
    // Prisma wants a transaction: there is more than one statement to come.
    scopeNow().isLone = false
    return nested
  }
  return Object.assign(new pg.Pool({ max: 1 }), { query: branded<never>(query), connect: branded<never>(connect) })
}

/** An inner rollback always comes with an error that ends the outer unit of work as well. */
function isBoundary({ text }: pg.QueryConfig): boolean {
  return text === "BEGIN" || text === "COMMIT" || text === "ROLLBACK"
}
