import { Prisma } from "./generated/client.ts"
import { platformModels } from "./models.ts"

const control =
  /^\s*(begin|start|commit|end|rollback|abort|savepoint|release|set|reset|discard|do|call|copy|lock|grant|alter|create|drop|truncate|prepare|execute|deallocate)\b/i
const mention =
  /\b(from|join|into|update|using)\s+(?:only\s+)?(?:public\.)?"?(\w+)"?(?:\s+(?:as\s+)?(?!(?:on|using|where|set|join|left|right|inner|cross|group|order|limit|for|values|returning|union|select)\b)(\w+))?/gi
const tenantIdShape = /^ten_[0-9a-z]{1,40}$/

const snake = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, "_$&").toLowerCase()
const tables: ReadonlySet<string> = new Set(
  Object.keys(Prisma.ModelName)
    .filter((model) => !platformModels.has(model))
    .map(snake),
)

interface Reading {
  readonly isControl: boolean
  readonly touchesRows: boolean
  readonly forgets: boolean
}
const readings = new Map<string, Reading>()
const mostKept = 2_000

/**
 * Fence A around plain SQL: every tenant's table in the text comes with a mention of its `tenant_id`, the tenant in scope is among the
 * values and no other tenant is, and nothing leaves the transaction or renames the tenant. It catches what was forgotten; what was
 * meant is the policies' to stop.
 */
export function fenceStatement(text: string, values: readonly unknown[], tenantId: string): void {
  const { isControl, touchesRows, forgets } = readingOf(text)
  if (isControl) throw new Error("a statement of a tenant's unit of work cannot control it")
  if (forgets) throw new Error("a statement names a tenant's table without its tenant_id")
  if (values.some((value) => namesAnother(value, tenantId))) throw new Error("a statement of one tenant names another tenant")
  if (touchesRows && !values.includes(tenantId))
    throw new Error("a statement touches a tenant's table and does not name the tenant")
}

function readingOf(text: string): Reading {
  const known = readings.get(text)
  if (known) return known
  const named = [...text.matchAll(mention)].map(([, , name = "", alias = name]) => ({ name: name.toLowerCase(), alias }))
  const own = named.filter(({ name }) => tables.has(name))
  const reading = {
    isControl: control.test(text) || /\bset_config\b/i.test(text),
    touchesRows: named.some(({ name }) => name === "tenant" || tables.has(name)),
    forgets: own.filter(({ alias }) => !isBound(text, alias)).length > unqualified(text),
  }
  if (readings.size < mostKept) readings.set(text, reading)
  return reading
}

/** Whether a table's tenant_id is compared with something, by the name that it has in the statement. */
function isBound(text: string, alias: string): boolean {
  const column = `"?\\b${alias}"?\\."?tenant_id"?`
  return new RegExp(`${column}\\s*(=|in\\b)|=\\s*${column}|\\(\\s*${column}\\s*,[^)]*\\)\\s*(=|in\\b)`, "i").test(text)
}

/** Mentions that need no name before them: a lone table's filter, a join's shared column, an insert's list of columns. */
function unqualified(text: string): number {
  return (
    text.match(
      /(?<![.\w"])"?tenant_id"?\s*(=|in\b)|\busing\s*\([^)]*\btenant_id\b|\binto\s+"?\w+"?(\s+as\s+\w+)?\s*\([^)]*\btenant_id\b|(?<![.\w"])\(tenant_id,[^)]*\)\s*(=|in\b)/gi,
    )?.length ?? 0
  )
}

function namesAnother(value: unknown, tenantId: string): boolean {
  if (Array.isArray(value)) return value.some((item) => namesAnother(item, tenantId))
  return typeof value === "string" && value !== tenantId && tenantIdShape.test(value)
}
