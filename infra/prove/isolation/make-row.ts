import { codeOf, dateOf, markOf, numberOf, ordinal, tenantIdOf } from "./marks.ts"
import type { Field, Shape } from "./shapes.ts"

export type Row = Record<string, unknown>

/** What a check of the schema wants; values stay of the tenant's own kind where that is possible. */
const wanted: Readonly<Record<string, (tenant: number) => unknown>> = {
  "StockLevel.onHand": () => 0,
  "StockLevel.reserved": () => 0,
  "StockLevel.backorderLimit": (tenant) => 64 + tenant,
  "StockLevel.lowAt": (tenant) => 64 + tenant,
  "StockShelf.onHand": () => 0,
  "StockMovement.onHandDelta": () => 0,
  "StockSetting.lowAt": (tenant) => 64 + tenant,
  "BundlePart.quantity": (tenant) => 64 + tenant,
  "Reservation.handedOut": () => 0,
  "Reservation.quantity": (tenant) => 64 + tenant,
  "Reservation.status": () => "held",
  "SearchRule.kind": () => "pin",
  "OrderLine.quantity": () => 1,
  "OrderLine.unitMinor": (tenant) => 64 + tenant,
  "OrderLine.totalMinor": (tenant) => 64 + tenant,
  "OrderLine.refundedQuantity": () => 0,
  "Order.status": () => "placed",
  "Payment.status": () => "opened",
  "Payment.amountMinor": (tenant) => 64 + tenant,
  "Payment.refundedMinor": () => 0,
  "Refund.status": () => "requested",
  "Refund.amountMinor": (tenant) => 64 + tenant,
  "RefundLine.quantity": (tenant) => 64 + tenant,
  "Order.subtotalMinor": (tenant) => 64 + tenant,
  "Order.totalMinor": (tenant) => 64 + tenant,
  "Order.shippingMinor": () => 0,
  "Order.taxMinor": () => 0,
  "ShippingMethod.minDays": (tenant) => 64 + tenant,
  "ShippingMethod.maxDays": (tenant) => 64 + tenant,
  "Entry.amountMinor": () => 0,
}
const silent: ReadonlySet<string> = new Set([
  "StockLevel.onHand",
  "StockLevel.reserved",
  "StockShelf.onHand",
  "StockMovement.onHandDelta",
  "Reservation.handedOut",
  "SearchRule.kind",
  "Reservation.status",
  "OrderLine.quantity",
  "OrderLine.refundedQuantity",
  "Order.status",
  "Payment.status",
  "Payment.refundedMinor",
  "Refund.status",
  "Order.shippingMinor",
  "Order.taxMinor",
  "Entry.amountMinor",
])

export const saysWhose = (shape: Shape, field: Field): boolean => !silent.has(`${shape.model}.${field.name}`)

/** Fields that may be written at will. */
export const freeFields = (shape: Shape): readonly Field[] =>
  shape.fields.filter((field) => ["mark", "number", "date"].includes(field.kind) && !(`${shape.model}.${field.name}` in wanted))

export function fieldValue(shape: Shape, field: Field, tenant: number, key: string): unknown {
  const fixed = wanted[`${shape.model}.${field.name}`]
  if (fixed) return fixed(tenant)
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
      return numberOf(tenant, n)
    case "date":
      return dateOf(tenant, n)
    case "list":
      return [markOf(tenant)]
    case "json":
      return { mark: markOf(tenant) }
    case "flag":
      return false
    case "bytes":
      return Buffer.from(markOf(tenant))
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
