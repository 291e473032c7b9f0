import pg from "pg"
import { branded } from "#server/kernel/brand.ts"
import { Prisma } from "./generated/client.ts"
import { handOut, requireScope, type Scope } from "./scope.ts"
import { send } from "./send.ts"
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
  const run = async <Row>(strings: TemplateStringsArray, parts: readonly unknown[]): Promise<Row[]> => {
    requireScope(scope)
    const { text, values } = Prisma.sql(strings, ...parts)
    inspect(text, values)
    // Whether this is all that the unit of work does is known when its code has run up to here.
    if (scope.access.mode === "write" && !scope.isBegun) await undefined
    const answer = await send(requireScope(scope), { text, values, name: statementName(text), types })
    return branded<Row[]>(answer.rows)
  }
  return (strings, ...parts) => handOut(scope, run(strings, parts), true)
}
