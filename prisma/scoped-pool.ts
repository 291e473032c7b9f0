import pg from "pg"
import { branded } from "#server/kernel/brand.ts"
import { scopeNow } from "./scope.ts"

type Query = (query: unknown, ...rest: unknown[]) => unknown

/**
 * What Prisma takes for a pool: it has no connection of its own, and sends each statement on the connection of the unit of work
 * in scope. A transaction that Prisma opens by itself joins that unit of work.
 */
export function createScopedPool(): pg.Pool {
  const query: Query = (...args) => Reflect.apply(scopeNow().connection.query, scopeNow().connection, args)
  const nested = {
    query: (statement: unknown, ...rest: unknown[]) =>
      isBoundary(statement) ? Promise.resolve({ rowCount: 0, rows: [], fields: [] }) : query(statement, ...rest),
    on: () => undefined,
    removeListener: () => undefined,
    release: () => undefined,
  }
  return Object.assign(new pg.Pool({ max: 1 }), { query: branded<never>(query), connect: branded<never>(async () => nested) })
}

/** An inner rollback always comes with an error that ends the outer unit of work as well. */
function isBoundary(statement: unknown): boolean {
  if (typeof statement !== "object" || statement === null || !("text" in statement)) return false
  return statement.text === "BEGIN" || statement.text === "COMMIT" || statement.text === "ROLLBACK"
}
