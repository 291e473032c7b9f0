import { type Act, call, type Operation } from "#infra/prove/isolation/act.ts"
import { makeChange, makeRow, ownKey, type Row, wholeKey } from "#infra/prove/isolation/make-row.ts"
import { outcomeOf, lookAtError, requireRefusal } from "#infra/prove/isolation/outcome.ts"
import { Breach } from "#infra/prove/isolation/look.ts"
import type { Relation, Shape } from "#infra/prove/isolation/shapes.ts"
import { isFree } from "./writes.ts"

const refusal = /no column|scoped|cannot/
const hasParent = (shape: Shape): boolean =>
  isFree(shape) && [...shape.parents.keys()].some((field) => !shape.keys.includes(field))
const hasChildren = (shape: Shape): boolean => shape.relations.some(({ isList }) => isList) && !shape.appendOnly

/** Without the columns that a relation writes. */
function withoutParent(shape: Shape, row: Row): Row {
  const { tenantId: _, ...rest } = row
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !shape.parents.has(name)))
}

function parentRelation(act: Act): { relation: Relation; parent: Shape } {
  const models = [...act.shape.parents.values()]
  const relation = act.shape.relations.find(({ isList, model }) => !isList && models.includes(model))
  const parent = relation && act.town.shapes.get(relation.model)
  if (!relation || !parent) throw new Error(`${act.shape.model} has no parent`)
  return { relation, parent }
}

const connect: Operation = {
  name: "create with connect, connectOrCreate to another's",
  fits: hasParent,
  async run(act) {
    const { shape, tenant, other, random } = act
    const { relation, parent } = parentRelation(act)
    const where = wholeKey(parent, other, random.chance(0.5) ? "k1" : act.otherKey)
    const link = random.pick<object>([
      { connect: where },
      { connectOrCreate: { where, create: makeRow(parent, other, act.town.freshKey()) } },
    ])
    const data = { ...withoutParent(shape, makeRow(shape, tenant, act.town.freshKey())), [relation.name]: link }
    const attempt = () => act.write((hand) => call(hand, shape, "create", { data }))
    if (act.isFenced) return requireRefusal("a nested connect", attempt, refusal)
    const outcome = await outcomeOf(attempt)
    if (!("error" in outcome)) throw new Breach("a nested connect reached another tenant")
    lookAtError(outcome, tenant, act.otherId)
  },
}

/** What a parent may be told to do with its children. Those named are another's, under keys that are one's own as well. */
function designs(act: Act, child: Shape): readonly (readonly [string, object])[] {
  const { tenant, other, otherId } = act
  const where = wholeKey(child, other, act.random.chance(0.5) ? "k1" : act.otherKey)
  const change = makeChange(child, tenant, 3)
  const fresh = withoutParent(child, makeRow(child, other, act.town.freshKey()))
  const all = [
    ["connect", { connect: where }],
    ["connectOrCreate", { connectOrCreate: { where, create: fresh } }],
    ["update", { update: { where, data: change } }],
    ["updateMany", { updateMany: { where: { tenantId: otherId }, data: change } }],
    ["delete", { delete: where }],
    ["deleteMany", { deleteMany: { tenantId: otherId } }],
    ["upsert", { upsert: { where, update: change, create: fresh } }],
  ] as const
  // Nobody looks for a row to which nothing is to be done.
  return Object.keys(change).length > 0 ? all : all.filter(([design]) => !design.startsWith("update"))
}

class Undo extends Error {}

const throughChildren: Operation = {
  name: "update with nested writes to another's children",
  fits: hasChildren,
  async run(act) {
    const { shape, tenant, town, random } = act
    const relation = random.pick(shape.relations.filter(({ isList }) => isList))
    const child = town.shapes.get(relation.model)
    if (!child || child.appendOnly) return
    const [design, nested] = random.pick(designs(act, child))
    const data = { [relation.name]: nested }
    if (act.isFenced) {
      const attempt = () => act.write((hand) => call(hand, shape, "updateMany", { where: {}, data }))
      return requireRefusal(`a nested ${design}`, attempt, refusal)
    }
    const outcome = await outcomeOf(() =>
      act.write(async (hand) => {
        await call(hand, shape, "update", { where: wholeKey(shape, tenant, "k1"), data })
        const strangers = await call(hand, child, "count", { where: { NOT: { tenantId: act.tenantId } } })
        const mine = await call(hand, child, "count", { where: ownKey(child, act.otherKey) })
        throw new Undo(`undone ${String(strangers)} ${String(mine)}`)
      }),
    )
    // Many-at-once designs find nothing and succeed; those that name a row must fail.
    const isFine = "error" in outcome && (!outcome.error.includes("undone") || /undone 0 [01]/.test(outcome.error))
    if (!isFine) throw new Breach(`a nested ${design} reached another tenant: ${JSON.stringify(outcome)}`)
    lookAtError(outcome, tenant, act.otherId)
  },
}

const committed: Operation = {
  name: "nested writes to another's children, committed",
  fits: hasChildren,
  async run(act) {
    const { shape, tenant, town, random } = act
    const relation = random.pick(shape.relations.filter(({ isList }) => isList))
    const child = town.shapes.get(relation.model)
    if (!child || child.appendOnly || act.isFenced) return
    const changes = designs(act, child).filter(([design]) => ["update", "updateMany", "delete", "deleteMany"].includes(design))
    const [design, nested] = random.pick(changes)
    // What it did, if anything, the census finds.
    const outcome = await outcomeOf(() =>
      act.write((hand) =>
        call(hand, shape, "update", { where: wholeKey(shape, tenant, "k1"), data: { [relation.name]: nested } }),
      ),
    )
    if (!("error" in outcome) && !design.endsWith("Many")) throw new Breach(`a nested ${design} found a foreign child`)
    lookAtError(outcome, tenant, act.otherId)
  },
}

export const nested: readonly Operation[] = [connect, throughChildren, committed]
