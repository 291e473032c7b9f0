import pg from "pg"
import { branded } from "#server/kernel/brand.ts"
import { type Access, checkedTenantId } from "./scope.ts"

/** Of `pg`, what its types do not tell: how a prepared query is written to the wire, and how its answer is taken. */
interface Wire {
  bind(config: { readonly statement: string; readonly values: readonly string[] }): void
  execute(config: object): void
}
interface WireQuery extends pg.Submittable {
  prepare(connection: Wire): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Wire): void
}
type Answered = (error: Error | null, result: pg.QueryResult) => void
const PreparedQuery = branded<new (config: object, values: undefined, answered: Answered) => WireQuery>(pg.Query)

const naming = "rialto_scope"

/** To be sent once on each new connection, ahead of everything: prepared, naming the tenant costs no parsing. */
export const namingStatement = {
  name: naming,
  text: "SELECT set_config('rialto.tenant', $1, true), set_config('rialto.guest', $2, true), set_config('transaction_read_only', $3, true)",
  values: ["", "", "off"],
}

/**
 * A statement with its tenant named ahead of it, up to one common end: outside of a transaction both are one, and what is named lasts as
 * long. Where the naming fails, PostgreSQL skips the statement.
 */
export class ScopedQuery extends PreparedQuery {
  readonly #named: readonly string[]
  #isNamed = false

  constructor(statement: pg.QueryConfig, access: Access, answered: Answered) {
    // Extended, or a statement without values would go by the simple protocol, and alone.
    super({ ...statement, queryMode: "extended" }, undefined, answered)
    this.#named = namesOf(access)
  }

  override prepare(connection: Wire): void {
    connection.bind({ statement: naming, values: this.#named })
    connection.execute({})
    super.prepare(connection)
  }

  override handleDataRow(message: unknown): void {
    if (this.#isNamed) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#isNamed) super.handleCommandComplete(message, connection)
    this.#isNamed = true
  }
}

function namesOf(access: Access): readonly string[] {
  const isReading = access.mode === "read" ? "on" : "off"
  if (access.kind === "platform") return ["", "", isReading]
  return [checkedTenantId(access.tenantId), access.isGuest ? "on" : "", isReading]
}
