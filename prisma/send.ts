import type pg from "pg"
import type { Scope } from "./scope.ts"
import { ScopedQuery } from "./scoped-query.ts"

/**
 * Sends a statement for its unit of work, in the order of the calls, without waiting for those before it. A read is a transaction of its
 * own, as is a write that is all that its unit of work does; the first of several writes begins one.
 */
export function send(scope: Scope, statement: pg.QueryConfig): Promise<pg.QueryResult> {
  if (scope.access.mode === "read") return scoped(scope, statement)
  if (scope.isLone && scope.isBegun) return Promise.reject(new Error("a unit of work of one statement has another"))
  if (scope.isBegun) return plain(scope, statement)
  scope.isBegun = true
  // Failing, it is followed by statements that fail as well.
  if (!scope.isLone) scope.connection.query("BEGIN").catch(() => undefined)
  return scoped(scope, statement)
}

async function scoped(scope: Scope, statement: pg.QueryConfig): Promise<pg.QueryResult> {
  scope.waiting += 1
  try {
    return await new Promise((resolve, reject) => {
      scope.connection.query(
        new ScopedQuery(statement, scope.access, (error, result) => (error ? reject(error) : resolve(result))),
      )
    })
  } catch (error) {
    noteFailure(scope, error)
    // From here on it leads back to who asked, not to the socket.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  } finally {
    answered(scope)
  }
}

async function plain(scope: Scope, statement: pg.QueryConfig): Promise<pg.QueryResult> {
  scope.waiting += 1
  try {
    return await scope.connection.query(statement)
  } catch (error) {
    noteFailure(scope, error)
    throw error
  } finally {
    answered(scope)
  }
}

function answered(scope: Scope): void {
  scope.waiting -= 1
  if (scope.waiting === 0) scope.onQuiet?.()
}

function noteFailure(scope: Scope, error: unknown): void {
  scope.failure ??= error
  scope.isSpoiled ||= isSqlState(error, unknownStatement)
}

/** What was prepared is gone, as behind a pooler that shares connections. */
const unknownStatement = "26000"

export const isSqlState = (error: unknown, code: string): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === code
