import type pg from "pg"
import { type Access, openingStatement, type Scope, withinScope } from "./scope.ts"

/**
 * Runs `body` in one transaction on one connection. The opening statement is sent ahead of the first query, not waited for.
 * A commit of changes that the server answered with a rollback is an error. A connection that did not end cleanly is thrown away.
 */
export async function runUnitOfWork<T>(pool: pg.Pool, access: Access, body: (scope: Scope) => Promise<T>): Promise<T> {
  const opening = openingStatement(access)
  const connection = await pool.connect()
  const scope: Scope = { access, connection, ended: false }
  const opened = connection.query(opening)
  // Awaited below; until then a failure must not count as unhandled.
  opened.catch(() => undefined)
  try {
    // Prisma's promises start when they are awaited: that must happen inside the scope.
    const outcome = await withinScope(scope, async () => await body(scope))
    scope.ended = true
    await opened
    const ending = commit(connection)
    // What was read is true already: the answer does not wait for the end, only the connection does.
    if (access.mode === "read")
      ending.then(
        () => connection.release(),
        () => connection.release(true),
      )
    else {
      await ending
      connection.release()
    }
    return outcome
  } catch (error) {
    scope.ended = true
    await giveUp(connection)
    throw isAborted(error) ? (scope.failure ?? error) : error
  }
}

/** Says only that an earlier statement failed. */
function isAborted(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "25P02"
}

async function commit(connection: pg.PoolClient): Promise<void> {
  const { command } = await connection.query("COMMIT")
  if (command !== "COMMIT") throw new Error(`commit was answered by ${command}`)
}

async function giveUp(connection: pg.PoolClient): Promise<void> {
  try {
    await connection.query("ROLLBACK")
    connection.release()
  } catch {
    connection.release(true)
  }
}
