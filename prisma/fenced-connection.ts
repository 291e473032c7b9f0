import type pg from "pg"
import { branded } from "#server/kernel/brand.ts"
import { openingStatement, scope } from "./scope.ts"

type Query = (...args: unknown[]) => Promise<pg.QueryResult>

/**
 * Makes a connection fail closed: `BEGIN` takes along the tenant of the unit of work in scope, no statement runs outside one,
 * and a `COMMIT` that the server answered with `ROLLBACK` is an error.
 */
export function fenceConnection(connection: pg.ClientBase): void {
  const send = branded<Query>(connection.query).bind(connection)
  let open = false

  const fenced = (...args: unknown[]): Promise<pg.QueryResult> => {
    const text = textOf(args[0])
    if (text === "BEGIN") {
      const current = scope.getStore()
      if (!current) throw new Error("no unit of work in scope")
      open = true
      return send(openingStatement(current))
    }
    if (!open) throw new Error("no unit of work in scope")
    if (text === "ROLLBACK") open = false
    if (text !== "COMMIT") return send(...args)
    open = false
    return send("COMMIT").then(committed)
  }
  connection.query = branded(fenced)
}

function committed(result: pg.QueryResult): pg.QueryResult {
  if (result.command !== "COMMIT") throw new Error(`commit was answered by ${result.command}`)
  return result
}

function textOf(query: unknown): string | undefined {
  if (typeof query === "string") return query
  if (typeof query === "object" && query !== null && "text" in query && typeof query.text === "string") return query.text
  return undefined
}
