import { branded } from "#server/kernel/brand.ts"
import { type Act, call, type Operation } from "#infra/prove/isolation/act.ts"
import { Breach } from "#infra/prove/isolation/look.ts"
import { freeFields, makeChange, makeRow, ownKey, type Row, wholeKey } from "#infra/prove/isolation/make-row.ts"
import { privateKey, sharedKeys, tenantIdOf } from "#infra/prove/isolation/marks.ts"
import { lookAtError, outcomeOf, requireAlike, requireRefusal } from "#infra/prove/isolation/outcome.ts"
import type { Shape } from "#infra/prove/isolation/shapes.ts"
import type { Hand } from "#infra/prove/isolation/hand.ts"
import { foreignFilter, ownFilter } from "./reads.ts"

const countOf = (answer: unknown): number => branded<{ count: number }>(answer).count
export const isFree = (shape: Shape): boolean => shape.keys.length > 0 && !shape.readOnly
const isChangeable = (shape: Shape): boolean => freeFields(shape).length > 0 && !shape.appendOnly
const denied = /permission denied|scoped|42501/

/** A row whose key is its parent's cannot stand alone: its parent comes first. */
export async function parentsFirst(act: Act, hand: Hand, keys: readonly string[]): Promise<void> {
  for (const parent of ancestors(act, act.shape))
    await call(hand, parent, "createMany", { data: keys.map((key) => makeRow(parent, act.tenant, key)) })
}

/** Whose keys are a part of its own, the eldest first, each once. */
function ancestors(act: Act, shape: Shape): Set<Shape> {
  const found = new Set<Shape>()
  for (const [field, model] of shape.parents) {
    const parent = act.town.shapes.get(model)
    if (!parent || !shape.keys.includes(field)) continue
    for (const elder of ancestors(act, parent)) found.add(elder)
    found.add(parent)
  }
  return found
}

function noteParents(act: Act, rows: number): void {
  for (const { model } of ancestors(act, act.shape)) act.town.changeCount(act.tenant, model, rows)
}

const create: Operation = {
  name: "create, createMany, createManyAndReturn",
  fits: isFree,
  async run(act) {
    const { shape, tenant, town, random } = act
    const operation = random.pick(["create", "createMany", "createManyAndReturn"])
    const keys = operation === "create" ? [town.freshKey()] : [town.freshKey(), town.freshKey()]
    const rows = keys.map((key) => makeRow(shape, tenant, key))
    const data = operation === "create" ? rows[0] : rows
    const answer = await act.write(async (hand) => {
      await parentsFirst(act, hand, keys)
      return call(hand, shape, operation, { data, ...(operation === "createMany" ? { skipDuplicates: random.chance(0.5) } : {}) })
    })
    act.see(answer)
    if (operation === "createMany" && countOf(answer) !== keys.length)
      throw new Breach("createMany took a foreign row for a duplicate")
    town.changeCount(tenant, shape.model, keys.length)
    noteParents(act, keys.length)
  },
}

class Undo extends Error {}

const takenElsewhere: Operation = {
  name: "create under a key that another has",
  fits: isFree,
  async run(act) {
    const { shape, tenant, otherKey } = act
    const ending = await outcomeOf(() =>
      act.write(async (hand) => {
        await parentsFirst(act, hand, [otherKey])
        await call(hand, shape, "create", { data: makeRow(shape, tenant, otherKey) })
        throw new Undo("undone")
      }),
    )
    if (!("error" in ending) || !ending.error.includes("undone"))
      throw new Breach(`another's key is taken: ${JSON.stringify(ending)}`)
  },
}

const takenHere: Operation = {
  name: "create under a key of one's own",
  fits: ({ readOnly }) => !readOnly,
  async run(act) {
    const { shape, tenant } = act
    const outcome = await outcomeOf(() =>
      act.write((hand) => call(hand, shape, "create", { data: makeRow(shape, tenant, "k1") })),
    )
    if (!("error" in outcome) || !/P2002|23505/.test(outcome.error)) throw new Breach("two rows of one key")
    lookAtError(outcome, tenant, "")
  },
}

const intoAnother: Operation = {
  name: "create in another's name",
  fits: isFree,
  run(act) {
    const data = { ...makeRow(act.shape, act.tenant, act.town.freshKey()), tenantId: act.otherId }
    const operation = act.random.pick(["create", "createMany"])
    return requireRefusal(
      operation,
      () => act.write((hand) => call(hand, act.shape, operation, { data })),
      /another tenant|row-level security|42501/,
    )
  },
}

const foreignParent: Operation = {
  name: "point at another's row",
  fits: ({ parents, keys }) => [...parents.keys()].some((field) => !keys.includes(field)),
  async run(act) {
    const { shape, tenant, town, random } = act
    const field = [...shape.parents.keys()].find((name) => !shape.keys.includes(name)) ?? ""
    const key = town.freshKey()
    const make = (parent: string) =>
      act.write((hand) => call(hand, shape, "create", { data: { ...makeRow(shape, tenant, key), [field]: parent } }))
    const change = (parent: string) =>
      act.write((hand) => call(hand, shape, "updateMany", { where: ownKey(shape, "k1"), data: { [field]: parent } }))
    const attempt = shape.appendOnly || random.chance(0.5) ? make : change
    const outcome = await outcomeOf(() => attempt(act.otherKey))
    if (!("error" in outcome)) throw new Breach(`${shape.model}.${field} points at a foreign row`)
    await requireAlike(`${shape.model}.${field}`, act.otherKey, attempt)
  },
}

const update: Operation = {
  name: "updateMany, updateManyAndReturn",
  fits: isChangeable,
  async run(act) {
    const { shape, tenant, random, town } = act
    const operation = random.pick(["updateMany", "updateManyAndReturn"])
    const data = makeChange(shape, tenant, random.below(1_000))
    const own = await act.write((hand) => call(hand, shape, operation, { where: ownFilter(act), data }))
    act.see(own)
    const changed = operation === "updateMany" ? countOf(own) : branded<unknown[]>(own).length
    if (changed !== town.count(tenant, shape.model))
      throw new Breach(`${operation} changed ${changed} rows of ${town.count(tenant, shape.model)}`)
    const foreign = countOf(await act.write((hand) => call(hand, shape, "updateMany", { where: foreignFilter(act), data })))
    if (foreign !== 0) throw new Breach(`updateMany changed ${foreign} foreign rows`)
  },
}

const moveAway: Operation = {
  name: "give a row to another tenant",
  fits: (shape) => !shape.appendOnly,
  run(act) {
    const move = (hand: Hand) =>
      call(hand, act.shape, "updateMany", { where: ownKey(act.shape, "k1"), data: { tenantId: act.otherId } })
    return requireRefusal("a change of tenant", () => act.write(move), /change its tenant|row-level security|42501/)
  },
}

const remove: Operation = {
  name: "deleteMany",
  fits: (shape) => isFree(shape) && !shape.appendOnly,
  async run(act) {
    const { shape, tenant, town } = act
    const foreign = countOf(await act.write((hand) => call(hand, shape, "deleteMany", { where: foreignFilter(act) })))
    if (foreign !== 0) throw new Breach(`deleteMany took ${foreign} foreign rows`)
    const key = town.freshKey()
    const taken = await act.write(async (hand) => {
      await parentsFirst(act, hand, [key])
      await call(hand, shape, "create", { data: makeRow(shape, tenant, key) })
      return countOf(await call(hand, shape, "deleteMany", { where: ownKey(shape, key) }))
    })
    if (taken !== 1) throw new Breach(`deleteMany took ${taken} rows for one`)
    noteParents(act, 1)
  },
}

const singly: Operation = {
  name: "update, delete and upsert of another's",
  fits: (shape) => isFree(shape) && isChangeable(shape),
  async run(act) {
    const { shape, tenant, other } = act
    const data: Row = makeChange(shape, tenant, 7)
    const operation = act.random.pick(["update", "delete", "upsert"])
    const args = (key: string) => {
      const where = wholeKey(shape, other, key)
      if (operation === "delete") return { where }
      return operation === "update"
        ? { where, data }
        : { where, update: data, create: { ...makeRow(shape, other, key), ...data } }
    }
    const attempt = (key: string) => act.write((hand) => call(hand, shape, operation, args(key)))
    if (act.isFenced) return requireRefusal(operation, () => attempt("k1"), denied)
    for (const key of [...sharedKeys, privateKey(other)]) {
      const outcome = await outcomeOf(() => attempt(key))
      if (!("error" in outcome)) throw new Breach(`${operation} reached a foreign row`)
    }
    await requireAlike(operation, act.otherKey, attempt)
    const mine = { where: wholeKey(shape, tenant, "k1"), update: data, create: makeRow(shape, tenant, "k1") }
    act.see(await act.write((hand) => call(hand, shape, "upsert", mine)))
  },
}

const ledger: Operation = {
  name: "change the ledger",
  fits: ({ appendOnly }) => appendOnly,
  async run(act) {
    const { shape, tenant, town } = act
    const key = shape.keys[0] ?? ""
    const changes: readonly [string, object][] = [
      ["updateMany", { data: { [key]: "x" } }],
      ["deleteMany", {}],
    ]
    const additions: readonly [string, object][] = [["createMany", { data: makeRow(shape, tenant, town.freshKey()) }]]
    for (const [operation, args] of shape.readOnly ? [...changes, ...additions] : changes)
      await requireRefusal(operation, () => act.write((hand) => call(hand, shape, operation, args)), denied)
  },
}

const whileReading: Operation = {
  name: "write in a read",
  fits: isFree,
  run: (act) =>
    requireRefusal(
      "a write in a read",
      () =>
        act.read((hand) => call(hand, act.shape, "createMany", { data: makeRow(act.shape, act.tenant, act.town.freshKey()) })),
      /read-only|25006/,
    ),
}

const rolledBack: Operation = {
  name: "an interactive transaction that fails",
  fits: isFree,
  async run(act) {
    const { shape, tenant } = act
    const run = act.write(async (hand) => {
      const key = act.town.freshKey()
      const before = await call(hand, shape, "count", { where: { tenantId: tenantIdOf(tenant) } })
      await parentsFirst(act, hand, [key])
      await call(hand, shape, "createMany", { data: makeRow(shape, tenant, key) })
      act.see(await call(hand, shape, "findMany", { where: {} }))
      throw new Undo(`undone after ${String(before)}`)
    })
    await requireRefusal("a failed unit of work", () => run, /undone/)
  },
}

export const writes: readonly Operation[] = [
  ...[create, takenElsewhere, takenHere, intoAnother, foreignParent, update, moveAway, remove],
  ...[singly, ledger, whileReading, rolledBack],
]
