import type pg from "pg"
import { type Access, openScope, type Scope, withinScope } from "./scope.ts"
import { isSqlState } from "./send.ts"

/**
 * Runs `body` on one connection: a write in one transaction, reads in one each (they see what is committed either way, and never write).
 * A commit of changes that the server answered with a rollback is an error. A connection that did not end cleanly is thrown away.
 */
export async function runUnitOfWork<T>(pool: pg.Pool, access: Access, body: (scope: Scope) => Promise<T>): Promise<T> {
  const connection = await pool.connect()
  const scope = openScope(access, connection)
  try {
    // Prisma's promises start when they are awaited: that must happen inside the scope.
    const outcome = await withinScope(scope, () => start(scope, body))
    scope.ended = true
    if (isTransaction(scope)) await commit(connection)
    leave(scope)
    return outcome
  } catch (error) {
    scope.ended = true
    await giveUp(scope)
    throw isSqlState(error, onlyAborted) ? (scope.failure ?? error) : error
  }
}

/** Says only that an earlier statement failed. */
const onlyAborted = "25P02"

/** What gives back the very promise of its only statement has no other to come. */
async function start<T>(scope: Scope, body: (scope: Scope) => Promise<T>): Promise<T> {
  const outcome = body(scope)
  scope.isLone = scope.handedOut === 1 && scope.lone === outcome
  return await outcome
}

const isTransaction = ({ isBegun, isLone }: Scope): boolean => isBegun && !isLone

async function commit(connection: pg.PoolClient): Promise<void> {
  const { command } = await connection.query("COMMIT")
  if (command !== "COMMIT") throw new Error(`commit was answered by ${command}`)
}

async function giveUp(scope: Scope): Promise<void> {
  if (!isTransaction(scope)) return leave(scope)
  try {
    await scope.connection.query("ROLLBACK")
    scope.connection.release(scope.isSpoiled)
  } catch {
    scope.connection.release(true)
  }
}

/** Nobody else waits behind a statement that nobody waits for. */
function leave(scope: Scope): void {
  if (scope.waiting === 0) scope.connection.release(scope.isSpoiled)
  else scope.onQuiet = () => scope.connection.release(scope.isSpoiled)
}
