import { branded } from "#server/kernel/brand.ts"
import { saysWhose } from "./make-row.ts"
import { codeOf, modulus, strangerIn, tenantIdOf } from "./marks.ts"
import type { Field, Shape } from "./shapes.ts"

/** What must never happen, in a sentence. */
export class Breach extends Error {
  override readonly name = "Breach"
}

/** @throws Breach when anything in an answer is another tenant's. `shape` is that of the rows at the top, where it is known. */
export function look(answer: unknown, tenant: number, shapes: ReadonlyMap<string, Shape>, shape?: Shape): void {
  if (answer === null || answer === undefined) return
  if (typeof answer === "string") lookAtText(answer, tenant)
  if (answer instanceof Uint8Array) lookAtText(Buffer.from(answer).toString("latin1"), tenant)
  if (answer instanceof Date || answer instanceof Uint8Array || typeof answer !== "object") return
  if (Array.isArray(answer)) {
    for (const item of answer) look(item, tenant, shapes, shape)
    return
  }
  for (const [name, value] of Object.entries(branded<Record<string, unknown>>(answer))) {
    const field = shape?.fields.find((known) => known.name === name || known.column === name)
    const relation = shape?.relations.find((known) => known.name === name)
    if (shape && field && !isOwn(shape, field, value, tenant))
      throw new Breach(`${shape.model}.${name} is another tenant's: ${String(value)}`)
    if (name === "_sum" || name === "_avg" || name === "_count") continue
    if (name === "_min" || name === "_max") look(value, tenant, shapes, shape)
    else look(value, tenant, shapes, relation && shapes.get(relation.model))
  }
}

function lookAtText(text: string, tenant: number): void {
  const stranger = strangerIn(text, tenant)
  if (stranger !== undefined) throw new Breach(`tenant ${tenant} was told of tenant ${stranger}: ${text.slice(0, 200)}`)
}

function isOwn(shape: Shape, field: Field, value: unknown, tenant: number): boolean {
  if (value === null || value === undefined || !saysWhose(shape, field)) return true
  switch (field.kind) {
    case "tenant":
      return value === tenantIdOf(tenant)
    case "code":
      return value === codeOf(tenant, field.length)
    case "number":
      return (typeof value !== "bigint" && typeof value !== "number") || Number(value) % modulus === tenant
    case "date":
      return !(value instanceof Date) || value.getTime() % modulus === tenant
    default:
      return true
  }
}
