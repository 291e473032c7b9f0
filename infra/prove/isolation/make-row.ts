import { codeOf, dateOf, markOf, numberOf, ordinal, tenantIdOf } from "./marks.ts"
import type { Field, Shape } from "./shapes.ts"

export type Row = Record<string, unknown>

/** A number that a trigger watches is nought, which is nobody's. */
export const saysWhose = (_shape: Shape, field: Field): boolean => !(field.isWatched && field.kind === "number")

/** Fields that may be written at will. */
export const freeFields = (shape: Shape): readonly Field[] =>
  shape.fields.filter(({ kind, isWatched }) => ["mark", "number", "date"].includes(kind) && !isWatched)

export function fieldValue(shape: Shape, field: Field, tenant: number, key: string): unknown {
  const n = ordinal(key)
  switch (field.kind) {
    case "tenant":
      return tenantIdOf(tenant)
    case "parent":
      return shape.keys.includes(field.name) ? key : `k${(n % 3) + 1}`
    case "key":
      return field.type === "String" ? key : n
    case "code":
      return codeOf(tenant, field.length)
    case "mark":
      return `${markOf(tenant)}${field.name}`
    case "number":
      return field.isWatched ? 0 : numberOf(tenant, n)
    case "date":
      return dateOf(tenant, n)
    case "list":
      return [field.type === "String" ? markOf(tenant) : numberOf(tenant, n)]
    case "bytes":
      return Buffer.from(`${markOf(tenant)}${field.name}`)
    case "json":
      return { mark: markOf(tenant) }
    case "flag":
      return false
  }
}

export function makeRow(shape: Shape, tenant: number, key: string): Row {
  return Object.fromEntries(shape.fields.map((field) => [field.name, fieldValue(shape, field, tenant, key)]))
}

/** A change that leaves the tenant's mark. */
export function makeChange(shape: Shape, tenant: number, n: number): Row {
  const field = freeFields(shape)[n % Math.max(1, freeFields(shape).length)]
  return field ? { [field.name]: fieldValue(shape, field, tenant, `f${n}`) } : {}
}

/** Names one row of a tenant by its whole key. */
export function wholeKey(shape: Shape, tenant: number, key: string): Row {
  const tenantId = tenantIdOf(tenant)
  if (shape.keys.length === 0) return { tenantId }
  return { [["tenantId", ...shape.keys].join("_")]: { tenantId, ...ownKey(shape, key) } }
}

export function ownKey(shape: Shape, key: string): Row {
  const keyValue = (name: string) => (shape.fields.find((field) => field.name === name)?.type === "String" ? key : ordinal(key))
  return Object.fromEntries(shape.keys.map((name) => [name, keyValue(name)]))
}
