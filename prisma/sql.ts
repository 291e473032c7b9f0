import pg from "pg"
import { Prisma } from "./generated/client.ts"
import { scopeNow } from "./scope.ts"
import { statementName } from "./statement-name.ts"

/**
 * Runs one parameterised statement in the unit of work and answers its rows; 64-bit integers come as `bigint`.
 * Row-level security scopes it; name the tenant all the same. Fragments nest: `Prisma.sql`-like values made by `fragment`.
 */
export type Sql = <Row>(text: TemplateStringsArray, ...values: readonly unknown[]) => Promise<Row[]>

/** A piece of a statement, to be used as a value inside another. */
export const fragment = Prisma.sql
/** Pieces or values joined by commas. @throws TypeError when the list is empty. */
export const joined = Prisma.join

const int8 = 20

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === int8 ? (text: string) => BigInt(text) : pg.types.getTypeParser(oid, format === "binary" ? "binary" : "text"),
}

export const sql: Sql = async <Row>(strings: TemplateStringsArray, ...values: readonly unknown[]) => {
  const statement = Prisma.sql(strings, ...values)
  const text = statement.text
  const answer = await scopeNow().connection.query<Row & pg.QueryResultRow>({ text, values: statement.values, name: statementName(text), types })
  return answer.rows
}
