import type { Sql } from "#prisma/sql.ts"
import { sqlIn } from "#prisma/sql.ts"
import { branded } from "#server/kernel/brand.ts"
import { tenantIdOf } from "./marks.ts"
import type { Town } from "./town.ts"

export type Loose = Readonly<Record<string, Readonly<Record<string, (args?: unknown) => Promise<unknown>>>>>

/** One tenant's unit of work as its code holds it: behind both fences, or past the first. */
export interface Hand {
  readonly rows: Loose
  readonly sql: Sql
}

export function reach<T>(town: Town, tenant: number, access: "read" | "write", body: (hand: Hand) => Promise<T>): Promise<T> {
  const tenantId = tenantIdOf(tenant)
  if (town.mode !== "database") {
    const run = access === "read" ? town.tenancy.read : town.tenancy.transact
    return run({ tenantId, isGuest: false }, ({ rows, sql }) => body({ rows: branded<Loose>(rows), sql }))
  }
  return town.database.unitOfWork({ kind: "tenant", tenantId, mode: access, isGuest: false }, (scope) =>
    body({ rows: branded<Loose>(town.database.client), sql: sqlIn(scope) }),
  )
}
