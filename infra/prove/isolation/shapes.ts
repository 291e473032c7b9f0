import type { Client } from "pg"
import { branded } from "#server/kernel/brand.ts"
import type { PrismaClient } from "#prisma/generated/client.ts"
import { tenantModels } from "#prisma/models.ts"

export type FieldKind =
  | "tenant"
  | "key"
  | "parent"
  | "mark"
  | "code"
  | "number"
  | "date"
  | "list"
  | "json"
  | "bytes"
  | "flag"
  | "bytes"

export interface Field {
  readonly name: string
  readonly column: string
  readonly kind: FieldKind
  readonly type: string
  readonly length: number
  /** A trigger may refuse what is written here. */
  readonly isWatched: boolean
}

export interface Relation {
  readonly name: string
  readonly model: string
  readonly isList: boolean
}

/** What a generator must know of a model: made from the client and the catalogue, so that a new table is proved as well. */
export interface Shape {
  readonly model: string
  readonly delegate: string
  readonly table: string
  readonly fields: readonly Field[]
  /** Of the primary key, without the tenant. */
  readonly keys: readonly string[]
  /** Field → model. */
  readonly parents: ReadonlyMap<string, string>
  readonly relations: readonly Relation[]
  readonly appendOnly: boolean
  /** The platform's word on a shop: the shop adds no rows either. */
  readonly readOnly: boolean
}

interface ClientModel {
  readonly dbName: string | null
  readonly fields: readonly { readonly name: string; readonly kind: string; readonly type: string; readonly dbName?: string }[]
}

/** Parents come before their children. */
export async function readShapes(client: PrismaClient, owner: Client): Promise<Shape[]> {
  const models = branded<{ _runtimeDataModel: { models: Record<string, ClientModel> } }>(client)._runtimeDataModel.models
  const tables = new Map(Object.entries(models).map(([model, { dbName }]) => [dbName ?? model, model]))
  const columns = await readColumns(owner)
  const shapes: Shape[] = []
  for (const [model, definition] of Object.entries(models)) {
    if (!tenantModels.has(model)) continue
    const table = definition.dbName ?? model
    const known = columns.filter((column) => column.table === table)
    const nameOf = (column: string) => definition.fields.find((field) => (field.dbName ?? field.name) === column)?.name ?? column
    const parents = new Map(
      known.flatMap(({ name, parent }) => (parent === null ? [] : [[nameOf(name), tables.get(parent) ?? parent]])),
    )
    const keys = known.filter(({ inKey, name }) => inKey && name !== "tenant_id").map(({ name }) => nameOf(name))
    const fields = known.filter(({ generated }) => !generated).flatMap((column) => fieldOf(definition, column))
    const relations = definition.fields
      .filter(({ kind }) => kind === "object")
      .map(({ name, type }) => ({ name, model: type, isList: true }))
    const appendOnly = known.every(({ mayChange }) => !mayChange)
    const readOnly = known.every(({ mayAdd }) => !mayAdd)
    shapes.push({
      model,
      delegate: model[0]?.toLowerCase() + model.slice(1),
      table,
      fields,
      keys,
      parents,
      relations,
      appendOnly,
      readOnly,
    })
  }
  return inOrder(shapes.map((shape) => withListness(shape, shapes)))
}

function withListness(shape: Shape, all: readonly Shape[]): Shape {
  const isOne = (relation: Relation) => {
    if ([...shape.parents.values()].includes(relation.model)) return true
    const child = all.find(({ model }) => model === relation.model)
    return child?.keys.every((key) => child.parents.get(key) === shape.model) ?? false
  }
  return { ...shape, relations: shape.relations.map((relation) => ({ ...relation, isList: !isOne(relation) })) }
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly length: number
  readonly generated: boolean
  readonly inKey: boolean
  readonly inUnique: boolean
  readonly parent: string | null
  readonly mayChange: boolean
  readonly mayAdd: boolean
  readonly isWatched: boolean
}

function fieldOf(definition: ClientModel, column: Column): Field[] {
  const found = definition.fields.find((field) => (field.dbName ?? field.name) === column.name)
  if (!found) return []
  const { name: columnName, length, isWatched } = column
  return [{ name: found.name, column: columnName, type: found.type, length, isWatched, kind: kindOf(column, found.type) }]
}

const kindOfType: Readonly<Record<string, FieldKind>> = {
  ...{ Int: "number", BigInt: "number", Float: "number", Decimal: "number" },
  ...{ Json: "json", Boolean: "flag", Bytes: "bytes" },
}

function kindOf(column: Column, type: string): FieldKind {
  if (column.name === "tenant_id") return "tenant"
  if (column.parent !== null) return "parent"
  if (column.type === "bpchar") return "code"
  if (column.inKey || column.inUnique) return "key"
  if (type === "Bytes") return "bytes"
  if (column.type.startsWith("_")) return "list"
  if (type === "DateTime") return "date"
  return kindOfType[type] ?? "mark"
}

async function readColumns(owner: Client): Promise<Column[]> {
  const { rows } = await owner.query<Column>(`
    select c.relname as table, a.attname as name, t.typname as type, greatest(a.atttypmod - 4, 0) as length,
      a.attgenerated <> '' as generated, has_table_privilege('rialto_app', c.oid, 'UPDATE') as "mayChange",
      has_table_privilege('rialto_app', c.oid, 'INSERT') as "mayAdd",
      exists (select from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal and g.tgtype::int & 1 = 1
        and (a.attnum = any(g.tgattr) or cardinality(g.tgattr::int2[]) = 0)) as "isWatched",
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)) as "inKey",
      exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey)) as "inUnique",
      (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
        and a.attnum = any(k.conkey) and a.attname <> 'tenant_id' and k.confrelid <> 'tenant'::regclass limit 1) as parent
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname, a.attnum`)
  return rows.map((row) => ({ ...row, parent: row.parent?.replaceAll('"', "") ?? null }))
}

function inOrder(shapes: readonly Shape[]): Shape[] {
  const sorted: Shape[] = []
  const add = (shape: Shape) => {
    if (sorted.includes(shape)) return
    for (const parent of shape.parents.values()) add(shapes.find(({ model }) => model === parent) ?? shape)
    if (!sorted.includes(shape)) sorted.push(shape)
  }
  for (const shape of shapes) add(shape)
  return sorted
}
