import { Prisma } from "./generated/client.ts"
import { platformModels } from "./models.ts"
import { type Mention, mentionsIn } from "./statement-tables.ts"
import { type Claim, claimsIn } from "./statement-claims.ts"
import { type Word, wordsOf } from "./statement-words.ts"

/** What the text of a statement says about tenants, whatever its values are. */
export interface Reading {
  /** Why it is refused. */
  readonly refusal: string | undefined
  /** Parameters, from 1, that stand where a tenant's id is compared or written: each must be the tenant in scope. */
  readonly tenantAt: readonly number[]
}

const controls = new Set(
  `begin start commit end rollback abort savepoint release set reset discard do call copy lock grant revoke alter create drop truncate
  prepare execute deallocate merge listen unlisten notify vacuum analyze cluster reindex refresh comment security reassign declare fetch move close
  explain show load checkpoint import`.split(/\s+/),
)

const snake = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, "_$&").toLowerCase()
const tables: ReadonlySet<string> = new Set(
  Object.keys(Prisma.ModelName)
    .filter((model) => !platformModels.has(model))
    .map(snake),
)

export function readStatement(text: string): Reading {
  try {
    const words = wordsOf(text)
    if (isControl(words)) return { refusal: "a statement of a tenant's unit of work cannot control it", tenantAt: [] }
    const mentions = mentionsIn(words)
    const claims = claimsIn(words, mentions)
    const fenced = mentions.filter(({ table }) => table === "tenant" || tables.has(table))
    const tenantAt = [...new Set(claims.flatMap(({ values }) => values))]
    if (forgets(fenced, claims)) return { refusal: "a statement names a tenant's table without its tenant_id", tenantAt }
    if (fenced.length > 0 && tenantAt.length === 0)
      return { refusal: "a statement touches a tenant's table and does not name the tenant", tenantAt }
    return { refusal: undefined, tenantAt }
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error), tenantAt: [] }
  }
}

/** What begins, ends or renames a unit of work, or comes after a first statement. */
function isControl(words: readonly Word[]): boolean {
  return (
    controls.has(words[0]?.text ?? "") ||
    words.some(({ kind, text }) => (kind === "sign" && text === ";") || (kind !== "text" && text === "set_config"))
  )
}

/** Whether a table is there more often than it is bound to the tenant: by a value, or by a column that is bound itself. */
function forgets(fenced: readonly Mention[], claims: readonly Claim[]): boolean {
  if (fenced.some((mention) => mention.isInto && !claims.some(({ into }) => into === mention))) return true
  const taken = fenced.filter(({ isInto }) => !isInto)
  const aliases = new Set(taken.map(({ alias }) => alias))
  const named = claims.filter(({ of, values, equals }) => of !== undefined && values.length + equals.filter(isName).length > 0)
  let unbound = 0
  for (const alias of aliases) {
    const there = taken.filter((mention) => mention.alias === alias).length
    unbound += Math.max(0, there - named.filter(({ of }) => of === alias).length)
  }
  const alone = claims.filter(({ of, into, values, equals, isShared }) => {
    return of === undefined && !into && (isShared === true || values.length > 0 || equals.some(isName))
  })
  return unbound + adriftIn(aliases, named) > alone.length
}

const isName = (name: string | undefined): name is string => name !== undefined

/** How many groups of names are equal to each other and to nothing that is known. What is no table has been fenced where it was made. */
function adriftIn(aliases: ReadonlySet<string>, named: readonly Claim[]): number {
  const groups = new Map([...aliases].map((alias) => [alias, new Set([alias])]))
  const anchored = new Set<string>()
  for (const { of = "", values, equals } of named) {
    const mine = groups.get(of)
    for (const other of equals.filter(isName)) {
      const theirs = groups.get(other)
      if (!theirs) anchored.add(of)
      else for (const name of theirs) groups.set(name, mine?.add(name) ?? theirs)
    }
    if (values.length > 0) anchored.add(of)
  }
  const claimed = new Set(named.map(({ of }) => groups.get(of ?? "")).filter((group) => group !== undefined))
  return [...claimed].filter((group) => ![...group].some((name) => anchored.has(name))).length
}
