import pg from "pg"
import { Prisma } from "./generated/client.ts"
import { requireScope, type Scope } from "./scope.ts"
import { statementName } from "./statement-name.ts"

/**
 * Runs one parameterised statement in the unit of work and answers its rows; 64-bit integers come as `bigint`.
 * Row-level security scopes it; name the tenant all the same. Fragments nest: `Prisma.sql`-like values made by `fragment`.
 */
export type Sql = <Row>(text: TemplateStringsArray, ...values: readonly unknown[]) => Promise<Row[]>

/** A piece of a statement, to be used as a value inside another. */
export const fragment = Prisma.sql

const int8 = 20

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === int8 ? (text: string) => BigInt(text) : pg.types.getTypeParser(oid, format === "binary" ? "binary" : "text"),
}

/** Looks at a statement before it is sent. @throws Error to refuse it. */
export type Inspection = (text: string, values: readonly unknown[]) => void

/** The helper of one unit of work; in any other it refuses. */
export function sqlIn(scope: Scope, inspect: Inspection = () => undefined): Sql {
  return async <Row>(strings: TemplateStringsArray, ...parts: readonly unknown[]) => {
    const { connection } = requireScope(scope)
    const { text, values } = Prisma.sql(strings, ...parts)
    inspect(text, values)
    try {
      const answer = await connection.query<Row & pg.QueryResultRow>({ text, values, name: statementName(text), types })
      return answer.rows
    } catch (error) {
      scope.failure ??= error
      throw error
    }
  }
}
