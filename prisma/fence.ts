import { Prisma } from "./generated/client.ts"
import { branded } from "#server/kernel/brand.ts"

/** The operations that the fence can scope. The others (unique look-ups, upserts, nested writes) are refused, not trusted. */
export const fencedOperations = [
  "findFirst", "findFirstOrThrow", "findMany", "count", "aggregate", "groupBy",
  "create", "createMany", "createManyAndReturn", "updateMany", "updateManyAndReturn", "deleteMany",
] as const
export type FencedOperation = (typeof fencedOperations)[number]

const allowed: ReadonlySet<string> = new Set(fencedOperations)

/** Scalar field names of each tenant model, from the generated client. */
const tenantModels = new Map<string, ReadonlySet<string>>()
for (const model of Object.keys(Prisma.ModelName)) {
  const fields = branded<Record<string, Record<string, string> | undefined>>(Prisma)[`${model}ScalarFieldEnum`]
  if (fields && "tenantId" in fields) tenantModels.set(model, new Set(Object.keys(fields)))
}
for (const platformModel of ["Domain", "PlatformAudit"]) tenantModels.delete(platformModel)

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
