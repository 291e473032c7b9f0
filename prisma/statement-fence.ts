import { type Reading, readStatement } from "./statement-reading.ts"

const readings = new Map<string, Reading>()
const mostKept = 2_000

/**
 * Fence A around plain SQL: every tenant's table in the text is bound to a tenant's id, that id is the one in scope wherever the statement
 * compares or writes one, and nothing leaves the transaction or renames the tenant. Only values in such a place count: a shopper may
 * search for what looks like an id. It catches what was forgotten; what was meant is the policies' to stop.
 */
export function fenceStatement(text: string, values: readonly unknown[], tenantId: string): void {
  const { refusal, tenantAt } = readingOf(text)
  if (refusal !== undefined) throw new Error(refusal)
  for (const at of tenantAt)
    if (!isOwn(values[at - 1], tenantId)) throw new Error("a statement of one tenant names another tenant")
}

function readingOf(text: string): Reading {
  const known = readings.get(text)
  if (known) return known
  const reading = readStatement(text)
  if (readings.size < mostKept) readings.set(text, reading)
  return reading
}

function isOwn(value: unknown, tenantId: string): boolean {
  return Array.isArray(value) ? value.every((item) => item === tenantId) : value === tenantId
}
