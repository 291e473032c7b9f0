import type { Mention } from "./statement-tables.ts"
import type { Word } from "./statement-words.ts"

/** What a mention of a tenant's id says: parameters that must be the tenant in scope, or columns that it is equal to. */
export interface Claim {
  /** The name before the column; undefined where it stands alone. */
  readonly of: string | undefined
  readonly values: readonly number[]
  readonly equals: readonly (string | undefined)[]
  /** Of an insert's list of columns: where its table is mentioned. */
  readonly into?: Mention
  /** A join's shared column. */
  readonly isShared?: boolean
}

interface Use {
  readonly of: string | undefined
  readonly first: number
  readonly last: number
}

const unclear = (use: string) => new Error(`a statement says of tenant_id what cannot be checked: ${use}`)

/**
 * Every place where a tenant's id is compared, written or listed. Whatever is said of it in another form is refused: so what a value
 * elsewhere looks like makes no difference.
 */
export function claimsIn(words: readonly Word[], mentions: readonly Mention[]): Claim[] {
  const shops = new Set(mentions.filter(({ table }) => table === "tenant").map(({ alias }) => alias))
  const isTenant: IsTenant = (column, of, at) =>
    column === "tenant_id" || (column === "id" && (of === undefined ? isLoneShop(words, mentions, at) : shops.has(of)))
  return words.flatMap((_, at) => {
    const use = placeAt(words, at, isTenant)
    return use ? [claimOf(words, use, mentions, isTenant)] : []
  })
}

type IsTenant = (column: string, of: string | undefined, at: number) => boolean

/** The use whose column is the word at `at`. */
function placeAt(words: readonly Word[], at: number, isTenant: IsTenant): Use | undefined {
  const word = words[at]
  if (!word || (word.kind !== "name" && word.kind !== "quoted")) return undefined
  const isQualified = words[at - 1]?.text === "." && words[at - 1]?.kind === "sign"
  const of = isQualified ? (words[at - 2]?.text ?? "") : undefined
  return isTenant(word.text, of, at) ? { of, first: isQualified ? at - 2 : at, last: at } : undefined
}

/** `from tenant where id = …`, `update tenant set … where id = …`. */
function isLoneShop(words: readonly Word[], mentions: readonly Mention[], at: number): boolean {
  const nearest = mentions.filter(({ end }) => end < at).at(-1)
  return words[at - 1]?.text === "where" && nearest?.table === "tenant"
}

function claimOf(words: readonly Word[], use: Use, mentions: readonly Mention[], isTenant: IsTenant): Claim {
  const { of, first, last } = use
  const after = words[last + 1]?.text ?? ""
  const before = words[first - 1]?.text ?? ""
  if (after === "=") return { of, ...comparedWith(words, last + 2, isTenant) }
  if (before === "=") return { of, ...comparedBy(words, first - 2, isTenant) }
  if (after === "in") return { of, values: valuesOfList(words, last + 2), equals: [] }
  if (before === "as") return renamed(words, use, mentions)
  if (!mayPrecede.has(before) || !mayFollow.has(after)) throw unclear(`${before} … ${after}`)
  return listed(words, use, mentions)
}

const mayPrecede = new Set([",", "(", ..."select distinct all by returning".split(" ")])
const mayFollow = new Set(["", ",", ")", ..."from as order group limit asc desc nulls union having where on".split(" ")])

function comparedWith(words: readonly Word[], at: number, isTenant: IsTenant): Pick<Claim, "values" | "equals"> {
  const word = words[at]
  if (word?.kind === "value") return { values: [Number(word.text)], equals: [] }
  const inside = words[at + 2]
  if (word?.text === "any" && words[at + 1]?.text === "(" && inside?.kind === "value")
    return { values: [Number(inside.text)], equals: [] }
  const isQualified = words[at + 1]?.text === "."
  const other = placeAt(words, isQualified ? at + 2 : at, isTenant)
  if (!other || other.first !== at) throw unclear(`= ${word?.text ?? ""}`)
  return { values: [], equals: [other.of] }
}

function comparedBy(words: readonly Word[], at: number, isTenant: IsTenant): Pick<Claim, "values" | "equals"> {
  const value = words[at - 1]?.text === "::" ? words[at - 2] : words[at]
  if (value?.kind === "value") return { values: [Number(value.text)], equals: [] }
  const other = placeAt(words, at, isTenant)
  if (!other) throw unclear(`${words[at]?.text ?? ""} =`)
  return { values: [], equals: [other.of] }
}

/** `($1, $2::text, …)` */
function valuesOfList(words: readonly Word[], open: number): number[] {
  const inside = words.slice(open + 1, closeOf(words, open)).filter(({ kind, text }) => kind !== "sign" || text !== ",")
  const values = inside.filter(({ kind }) => kind === "value")
  if (words[open]?.text !== "(" || values.length === 0 || values.length !== inside.length) throw unclear("in (…)")
  return values.map(({ text }) => Number(text))
}

/** What is called tenant_id must be one. */
function renamed(words: readonly Word[], { of, first }: Use, mentions: readonly Mention[]): Claim {
  const source = words[first - 2]
  const value = words[first - 3]?.text === "::" ? words[first - 4] : source
  if (value?.kind === "value") return { of, values: [Number(value.text)], equals: [] }
  const isShop = source?.text === "id" && mentions.some(({ table }) => table === "tenant")
  if (source?.text !== "tenant_id" && !isShop) throw unclear(`${source?.text ?? ""} as tenant_id`)
  return { of, values: [], equals: [] }
}

/** Among others: columns of an insert, of a conflict, of a join, of an answer; or names that are being given. */
function listed(words: readonly Word[], { of, first, last }: Use, mentions: readonly Mention[]): Claim {
  const plain = { of, values: [], equals: [] }
  const open = openOf(words, first)
  const head = words[open + 1]?.text ?? ""
  if (open < 0 || ["select", "with", "partition", "order", "insert", "update", "delete"].includes(head)) return plain
  const into = mentions.find((mention) => mention.isInto && mention.end === open - 1)
  const end = closeOf(words, open)
  if (into) {
    if (first !== open + 1 || last !== first) throw unclear("tenant_id is not the first column of an insert")
    return { of: undefined, values: writtenValues(words, end + 1), equals: [], into }
  }
  const before = words[open - 1]
  if (before?.text === "using") return { ...plain, isShared: true }
  if (before?.text === "conflict" || before?.text === "over") return plain
  const follows = words[end + 1]?.text ?? ""
  const isCall = before?.kind === "name" && mayCall(words[open - 2])
  const isRow = before?.kind === "sign" || mayPrecede.has(before?.text ?? "") || before?.text === "where"
  if (
    (!isCall && !isRow) ||
    follows === "as" ||
    follows === "in" ||
    /^[<>=!~]/.test(follows) ||
    /^[<>=!~]/.test(before?.text ?? "")
  )
    throw unclear(`${before?.text ?? ""} (… tenant_id …) ${follows}`)
  return plain
}

/** Whether a name between this and a parenthesis is that of a function, rather than one that is given to rows. */
const mayCall = (before: Word | undefined): boolean =>
  before !== undefined &&
  (before.kind === "sign"
    ? before.text !== ")"
    : "select distinct by and or where on not when then else returning".split(" ").includes(before.text))

/** The first thing of each row that an insert writes. */
function writtenValues(words: readonly Word[], start: number): number[] {
  const values: number[] = []
  const take = (at: number) => {
    const [word, dot, column] = words.slice(at, at + 3)
    if (word?.kind === "value") values.push(Number(word.text))
    else if (word?.text !== "tenant_id" && !(dot?.text === "." && column?.text === "tenant_id")) throw unclear("insert")
  }
  if (words[start]?.text === "select") take(["distinct", "all"].includes(words[start + 1]?.text ?? "") ? start + 2 : start + 1)
  else if (words[start]?.text === "values")
    for (let at = start + 1; at < words.length; at = closeOf(words, at) + 2) {
      if (words[at]?.text !== "(") throw unclear("values")
      take(at + 1)
      if (words[closeOf(words, at) + 1]?.text !== ",") break
    }
  else throw unclear("insert")
  return values
}

/** The parenthesis around a word; -1: none. */
function openOf(words: readonly Word[], at: number): number {
  let depth = 0
  for (let i = at - 1; i >= 0; i -= 1) {
    const { kind, text } = words[i] ?? { kind: "sign", text: "" }
    if (kind === "sign" && text === ")") depth += 1
    if (kind === "sign" && text === "(" && depth-- === 0) return i
  }
  return -1
}

function closeOf(words: readonly Word[], open: number): number {
  let depth = 0
  for (let i = open; i < words.length; i += 1) {
    const { kind, text } = words[i] ?? { kind: "sign", text: "" }
    if (kind === "sign" && text === "(") depth += 1
    if (kind === "sign" && text === ")" && --depth === 0) return i
  }
  return words.length
}
