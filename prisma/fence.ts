import { branded } from "#server/kernel/brand.ts"
import { tenantModels } from "./models.ts"

/** The operations that the fence can scope. The others (unique look-ups, upserts, nested writes) are refused, not trusted. */
export const fencedOperations = [
  "findFirst",
  "findFirstOrThrow",
  "findMany",
  "count",
  "aggregate",
  "groupBy",
  "create",
  "createMany",
  "createManyAndReturn",
  "updateMany",
  "updateManyAndReturn",
  "deleteMany",
] as const
export type FencedOperation = (typeof fencedOperations)[number]

export const isFenced = (operation: string): boolean => allowed.has(operation)
const allowed: ReadonlySet<string> = new Set(fencedOperations)

type Args = Record<string, unknown>

/**
 * The arguments with the tenant written and filtered. Relations are followed by keys that start with the tenant, so a nested
 * read stays inside; a nested write is refused, since `connect` could carry a row across.
 * @throws Error for a model without a tenant, an operation out of the list, another tenant's id, or a relation in `data`.
 */
export function fenceArgs(model: string, operation: string, args: unknown, tenantId: string): Args {
  const fields = tenantModels.get(model)
  if (!fields) throw new Error(`${model} is not a tenant's: it needs the platform's role`)
  if (!allowed.has(operation)) throw new Error(`${operation} cannot be scoped to a tenant`)
  const given = branded<Args>(args ?? {})
  checkCursors(given, tenantId)
  const fenced: Args = { ...given }
  if (operation.startsWith("create")) {
    fenced.data = Array.isArray(given.data)
      ? given.data.map((row) => scalarRow(model, fields, row, tenantId))
      : scalarRow(model, fields, given.data, tenantId)
    return fenced
  }
  fenced.where = given.where === undefined ? { tenantId } : { AND: [{ tenantId }, given.where] }
  if (operation.startsWith("update")) fenced.data = scalarChange(model, fields, given.data)
  return fenced
}

/**
 * A cursor is looked up by itself, outside the filter: a foreign one would tell where a foreign row stands. Relations may carry one
 * at every depth.
 */
function checkCursors(args: Args, tenantId: string): void {
  if (args.cursor !== undefined && !namesOnly(args.cursor, tenantId))
    throw new Error("a cursor must name its tenant, and no other")
  for (const branch of [args.include, args.select, args._count]) {
    if (typeof branch !== "object" || branch === null) continue
    for (const nested of Object.values(branch))
      if (typeof nested === "object" && nested !== null) checkCursors(branded<Args>(nested), tenantId)
  }
}

function namesOnly(cursor: unknown, tenantId: string): boolean {
  const keys = Object.values(branded<Args>(cursor ?? {}))
  return (
    keys.length === 1 && typeof keys[0] === "object" && keys[0] !== null && "tenantId" in keys[0] && keys[0].tenantId === tenantId
  )
}

function scalarRow(model: string, fields: ReadonlySet<string>, row: unknown, tenantId: string): Args {
  const data = branded<Args>(row ?? {})
  rejectRelations(model, fields, data)
  if (data.tenantId !== undefined && data.tenantId !== tenantId) throw new Error(`${model} of another tenant`)
  return { ...data, tenantId }
}

function scalarChange(model: string, fields: ReadonlySet<string>, change: unknown): Args {
  const data = branded<Args>(change ?? {})
  rejectRelations(model, fields, data)
  if ("tenantId" in data) throw new Error(`${model} cannot change its tenant`)
  return data
}

function rejectRelations(model: string, fields: ReadonlySet<string>, data: Args): void {
  const stranger = Object.keys(data).find((key) => !fields.has(key))
  if (stranger !== undefined) throw new Error(`${model}.${stranger} is no column: nested writes cannot be scoped to a tenant`)
}
