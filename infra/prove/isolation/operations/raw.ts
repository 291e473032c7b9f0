import { fragment } from "#prisma/sql.ts"
import { Prisma } from "#prisma/generated/client.ts"
import { branded } from "#server/kernel/brand.ts"
import type { Act, Operation } from "#infra/prove/isolation/act.ts"
import { call } from "#infra/prove/isolation/act.ts"
import { Breach } from "#infra/prove/isolation/look.ts"
import { freeFields, makeRow, fieldValue } from "#infra/prove/isolation/make-row.ts"
import { lookAtError, outcomeOf, requireRefusal } from "#infra/prove/isolation/outcome.ts"
import type { Hand } from "#infra/prove/isolation/hand.ts"
import type { Field, Shape } from "#infra/prove/isolation/shapes.ts"

/** Names come from the catalogue, so they may stand in a statement as they are. */
const word = (name: string) => Prisma.raw(`"${name}"`)
type Raw = Record<string, unknown>

const refusal = /tenant/

function requireOwn(act: Act, rows: readonly Raw[], wanted?: number): void {
  act.see(rows)
  const strangers = rows.filter((row) => "tenant_id" in row && row["tenant_id"] !== act.tenantId)
  if (strangers.length > 0) throw new Breach(`SQL answered ${strangers.length} foreign rows`)
  if (wanted !== undefined && rows.length !== wanted) throw new Breach(`SQL answered ${rows.length} rows of ${wanted}`)
}

const named: Operation = {
  name: "SQL that names its tenant",
  async run(act) {
    const table = word(act.shape.table)
    const ask = ({ sql }: Hand) =>
      Promise.all([
        sql<Raw>`select * from ${table} where tenant_id = ${act.tenantId}`,
        sql<{ n: number }>`select count(*)::int as n from ${table} where tenant_id = ${act.tenantId}`,
      ])
    const [rows, [counted]] = await act.read(ask)
    requireOwn(act, rows, act.town.count(act.tenant, act.shape.model))
    if (counted?.n !== rows.length) throw new Breach("SQL counted what it did not show")
  },
}

const forgetful: Operation = {
  name: "SQL that forgets its tenant",
  async run(act) {
    const ask = ({ sql }: Hand) => sql<Raw>`select * from ${word(act.shape.table)}`
    if (act.isFenced) return requireRefusal("SQL without a tenant", () => act.read(ask), refusal)
    requireOwn(act, await act.read(ask), act.town.count(act.tenant, act.shape.model))
  },
}

const prying: Operation = {
  name: "SQL that names another tenant",
  async run(act) {
    const table = word(act.shape.table)
    const asks = [
      ({ sql }: Hand) => sql<Raw>`select * from ${table} where tenant_id = ${act.otherId}`,
      ({ sql }: Hand) =>
        sql<Raw>`select * from ${table} where tenant_id = any(${[act.tenantId, act.otherId]}::text[]) and tenant_id <> ${act.tenantId}`,
      ({ sql }: Hand) => sql<Raw>`select * from ${table} where tenant_id in (${act.otherId}) and tenant_id <> ${act.tenantId}`,
      ({ sql }: Hand) => sql<Raw>`select * from ${table} where tenant_id = ${act.otherId} for update`,
    ]
    const ask = act.random.pick(act.shape.appendOnly ? asks.slice(0, 3) : asks)
    if (act.isFenced) return requireRefusal("SQL about another tenant", () => act.write(ask), refusal)
    requireOwn(act, await act.write(ask), 0)
  },
}

const changing: Operation = {
  name: "SQL that changes every row it can",
  fits: (shape) => freeFields(shape).length > 0 && !shape.appendOnly,
  async run(act) {
    const { shape, tenant } = act
    const field = act.random.pick(freeFields(shape))
    const value = fieldValue(shape, field, tenant, "k2")
    const ask = ({ sql }: Hand) => sql<Raw>`update ${word(shape.table)} set ${word(field.column)} = ${value} returning *`
    const askOwn = ({ sql }: Hand) =>
      sql<Raw>`update ${word(shape.table)} set ${word(field.column)} = ${value} where tenant_id = ${act.tenantId} returning *`
    if (act.isFenced) await requireRefusal("SQL without a tenant", () => act.write(ask), refusal)
    requireOwn(act, await act.write(act.isFenced ? askOwn : ask), act.town.count(tenant, shape.model))
  },
}

const isPlain = ({ kind }: Field): boolean => !["tenant", "json", "list"].includes(kind)

const lookalike: Operation = {
  name: "SQL with a value that looks like another tenant",
  fits: ({ fields }) => fields.some(isText),
  async run(act) {
    const table = word(act.shape.table)
    const column = word(act.random.pick(act.shape.fields.filter(isText)).column)
    const rows = await act.read(
      ({ sql }) =>
        sql<Raw>`select * from ${table} where tenant_id = ${act.tenantId} and (${column} = ${act.otherId} or ${column} = any(${[act.otherId]}::text[]))`,
    )
    requireOwn(act, rows, 0)
  },
}
const isText = ({ kind, type }: Field): boolean => kind === "mark" || (kind === "key" && type === "String")

const planting: Operation = {
  name: "SQL that inserts or moves a row into another tenant",
  async run(act) {
    const { shape } = act
    const row = { ...makeRow(shape, act.tenant, act.town.freshKey()), tenantId: act.otherId }
    const columns = [...shape.fields.filter(({ kind }) => kind === "tenant"), ...shape.fields.filter(isPlain)]
    const values = columns.map(({ name }) => Reflect.get(row, name))
    const plant = ({ sql }: Hand) =>
      sql<Raw>`insert into ${word(shape.table)} (${Prisma.join(columns.map(({ column }) => word(column)))}) values (${Prisma.join(values)})`
    const move = ({ sql }: Hand) =>
      sql<Raw>`update ${word(shape.table)} set tenant_id = ${act.otherId} where tenant_id = ${act.tenantId}`
    const ask = act.random.pick(shape.appendOnly ? [plant] : [plant, move])
    await requireRefusal("SQL into another tenant", () => act.write(ask), /another tenant|42501|42804|23503|23502|23505/)
  },
}

const joining: Operation = {
  name: "SQL that joins by ids that collide",
  fits: ({ parents }) => parents.size > 0,
  async run(act) {
    const { shape, town } = act
    const [[field = "", model = ""] = []] = [...shape.parents]
    const parent = town.shapes.get(model)
    const column = shape.fields.find(({ name }) => name === field)?.column ?? ""
    const key = parent?.fields.find(({ name }) => parent.keys.includes(name))?.column ?? ""
    if (!parent) return
    const tables = fragment`${word(shape.table)} c join ${word(parent.table)} p on p.${word(key)} = c.${word(column)}`
    const ask = ({ sql }: Hand) =>
      sql<Raw>`select p.tenant_id as tenant_id, p.* from ${tables} where c.tenant_id = ${act.tenantId}`
    if (act.isFenced) return requireRefusal("a join by a colliding id", () => act.read(ask), refusal)
    const rows = await act.read(ask)
    requireOwn(act, rows)
  },
}

const hostile = [
  "truncate",
  "alter table",
  "set role",
  "reset role",
  "disable",
  "copy",
  "commit",
  "accounts",
  "domains",
  "other shops",
] as const

function hostileSql(shape: Shape, what: (typeof hostile)[number]): Prisma.Sql {
  const table = word(shape.table)
  const statements: Record<typeof what, () => Prisma.Sql> = {
    truncate: () => fragment`truncate ${table}`,
    "alter table": () => fragment`alter table ${table} no force row level security`,
    "set role": () => fragment`set role rialto_platform`,
    "reset role": () => fragment`set session authorization rialto_platform`,
    disable: () => fragment`drop policy tenant_fence on ${table}`,
    copy: () => fragment`copy ${table} to program 'true'`,
    commit: () => fragment`create table stolen as select 1`,
    accounts: () => fragment`select * from account`,
    domains: () => fragment`select * from domain`,
    "other shops": () => fragment`update tenant set status = 'active'`,
  }
  return statements[what]()
}

const assault: Operation = {
  name: "SQL that tries the walls",
  async run(act) {
    const what = act.random.pick(hostile)
    const ask = ({ sql }: Hand) => sql<Raw>`${hostileSql(act.shape, what)}`
    const outcome = await outcomeOf(() => act.write(ask))
    if (!("error" in outcome)) throw new Breach(`${what} was not refused`)
    lookAtError(outcome, act.tenant, "")
  },
}

function missing(): never {
  throw new Error("missing")
}

const hidden: Operation = {
  name: "what the client hides behind the handle",
  async run(act) {
    if (!act.isFenced) return
    for (const name of ["$queryRawUnsafe", "$executeRawUnsafe", "$transaction", "$extends", "$parent"])
      await requireRefusal(
        name,
        () =>
          act.read(async ({ rows }) => (branded<Record<string, (text: string) => unknown>>(rows)[name] ?? missing)("select 1")),
        /scoped|missing/,
      )
    for (const delegate of ["tenant", "domain", "account", "platformAudit"])
      await requireRefusal(delegate, () => act.read((hand) => call(hand, { ...act.shape, delegate }, "findMany")), /platform/)
  },
}

export const raw: readonly Operation[] = [named, forgetful, prying, lookalike, changing, planting, joining, assault, hidden]
