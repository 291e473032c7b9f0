import type { Asker } from "#server/kernel/asker.ts"
import { branded } from "#server/kernel/brand.ts"
import type { Database } from "./client.ts"
import type { FencedOperation } from "./fence.ts"
import type { Prisma, PrismaClient } from "./generated/client.ts"
import { checkedTenantId } from "./scope.ts"
import { rowsIn } from "./rows.ts"
import { type Sql, sqlIn } from "./sql.ts"
import { fenceStatement } from "./statement-fence.ts"

type PlatformModel = "tenant" | "domain" | "account" | "accountSession" | "platformAudit"
type TenantModel = Exclude<Uncapitalize<Prisma.ModelName>, PlatformModel>

/** One tenant's tables, with the operations that can be scoped. */
export type Rows = { readonly [M in TenantModel]: Pick<PrismaClient[M], Extract<keyof PrismaClient[M], FencedOperation>> }

export interface TenantRows {
  readonly tenantId: string
  readonly rows: Rows
  readonly sql: Sql
}

export interface Tenancy {
  /** A read-only transaction: a loader cannot write. */
  read<T>(asker: Asker, run: (scoped: TenantRows) => Promise<T>): Promise<T>
  /** One tenant, one transaction. Thrown errors roll back; serialisation conflicts are the caller's to retry. */
  transact<T>(asker: Asker, run: (scoped: TenantRows) => Promise<T>): Promise<T>
}

/** The only maker of row handles. Fence A is around them, fence B the policies in the database; each suffices alone. */
export function createTenancy(database: Database): Tenancy {
  const run = async <T>({ tenantId, isGuest }: Asker, mode: "read" | "write", body: (scoped: TenantRows) => Promise<T>) =>
    database.unitOfWork({ kind: "tenant", tenantId: checkedTenantId(tenantId), mode, isGuest }, (scope) =>
      body({
        tenantId,
        rows: rowsIn(scope, branded<Rows>(database.client), tenantId),
        sql: sqlIn(scope, (text, values) => fenceStatement(text, values, tenantId)),
      }),
    )
  return {
    read: (asker, body) => run(asker, "read", body),
    transact: (asker, body) => run(asker, "write", body),
  }
}
