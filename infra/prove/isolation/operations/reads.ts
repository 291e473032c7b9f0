import { branded } from "#server/kernel/brand.ts"
import { type Act, call, type Operation } from "#infra/prove/isolation/act.ts"
import { Breach } from "#infra/prove/isolation/look.ts"
import { ownKey, saysWhose, wholeKey } from "#infra/prove/isolation/make-row.ts"
import { markOf, sharedKeys } from "#infra/prove/isolation/marks.ts"
import { requireAlike, requireRefusal } from "#infra/prove/isolation/outcome.ts"
import type { Field, Shape } from "#infra/prove/isolation/shapes.ts"

const markIn = (shape: Shape): Field | undefined => shape.fields.find((field) => field.kind === "mark" && saysWhose(shape, field))
const rowsOf = (answer: unknown): unknown[] => branded<unknown[]>(answer)

/** Filters that a tenant's own rows pass, however they are put. */
export function ownFilter({ shape, random, tenantId, tenant }: Act): object {
  const mark = markIn(shape)
  return random.pick<object>([
    {},
    { tenantId },
    { OR: [{ tenantId }, { tenantId: { not: tenantId } }] },
    { NOT: { tenantId: "ten_none" } },
    { AND: [{}, { OR: [{ tenantId: { startsWith: "ten_" } }] }] },
    ...(mark ? [{ [mark.name]: { contains: "~t" } }, { [mark.name]: { contains: markOf(tenant) } }] : []),
  ])
}

/** Filters that only another's rows pass: nothing may come of them. */
export function foreignFilter({ shape, random, other, otherId, otherKey, tenantId }: Act): object {
  const mark = markIn(shape)
  const relation = shape.relations[0]
  const far = { tenantId: otherId }
  return random.pick<object>([
    { tenantId: otherId },
    { OR: [{ tenantId: otherId }, { AND: [{ tenantId: { in: [otherId] } }] }] },
    { NOT: { tenantId } },
    { tenantId: { not: tenantId } },
    { tenantId: otherId, ...ownKey(shape, "k1") },
    ...(shape.keys.length > 0 ? [ownKey(shape, otherKey)] : []),
    ...(mark ? [{ [mark.name]: { contains: markOf(other) } }] : []),
    ...(relation ? [{ [relation.name]: relation.isList ? { some: far } : { is: far } }] : []),
  ])
}

/** Includes, counts, orders, pages: what a query may carry beside its filter. */
function dressing(act: Act): object {
  const { shape, random, town } = act
  const relation = shape.relations.length > 0 ? random.pick(shape.relations) : undefined
  const lists = shape.relations.filter(({ isList }) => isList)
  const deeper = relation && town.shapes.get(relation.model)?.relations[0]
  return random.pick<object>([
    {},
    { take: 3, skip: 1 },
    { orderBy: { tenantId: "desc" } },
    { distinct: ["tenantId"] },
    ...(shape.keys.length > 0
      ? [{ cursor: wholeKey(shape, act.tenant, random.pick(sharedKeys)), orderBy: { tenantId: "asc" } }]
      : []),
    ...(relation ? [{ include: { [relation.name]: true } }] : []),
    ...(relation && deeper ? [{ include: { [relation.name]: { include: { [deeper.name]: true } } } }] : []),
    ...(lists[0] ? [{ include: { _count: true } }, { orderBy: { [lists[0].name]: { _count: "desc" } } }] : []),
  ])
}

function requireNone(what: string, answer: unknown): void {
  const count = Array.isArray(answer) ? answer.length : answer === null ? 0 : Number(answer)
  if (count !== 0) throw new Breach(`${what} found ${count} foreign rows`)
}

const many: Operation = {
  name: "findMany",
  async run(act) {
    const answer = await act.read((hand) => call(hand, act.shape, "findMany", { where: ownFilter(act), ...dressing(act) }))
    act.see(answer)
    if (rowsOf(answer).length > act.town.count(act.tenant, act.shape.model))
      throw new Breach("findMany found more rows than there are")
  },
}

const coveting: Operation = {
  name: "findMany, findFirst and count of another's",
  async run(act) {
    const where = foreignFilter(act)
    const answers = await act.read((hand) =>
      Promise.all(["findMany", "findFirst", "count"].map((operation) => call(hand, act.shape, operation, { where }))),
    )
    for (const answer of answers) requireNone(JSON.stringify(where), answer)
  },
}

const sameTick: Operation = {
  name: "findFirst, many in one tick",
  async run(act) {
    const keys = act.shape.keys.length === 0 ? ["k1"] : sharedKeys
    const answers = await act.read((hand) =>
      Promise.all([...keys, ...keys].map((key) => call(hand, act.shape, "findFirst", { where: ownKey(act.shape, key) }))),
    )
    act.see(answers)
  },
}

const orThrow: Operation = {
  name: "findFirstOrThrow",
  fits: ({ keys }) => keys.length > 0,
  async run(act) {
    act.see(await act.read((hand) => call(hand, act.shape, "findFirstOrThrow", { where: ownFilter(act) })))
    await requireAlike("findFirstOrThrow", act.otherKey, (key) =>
      act.read((hand) => call(hand, act.shape, "findFirstOrThrow", { where: ownKey(act.shape, key) })),
    )
  },
}

const counting: Operation = {
  name: "count",
  async run(act) {
    const count = await act.read((hand) => call(hand, act.shape, "count", { where: ownFilter(act) }))
    const wanted = act.town.count(act.tenant, act.shape.model)
    if (count !== wanted) throw new Breach(`count said ${String(count)} of ${wanted} rows`)
  },
}

const aggregating: Operation = {
  name: "aggregate, groupBy",
  async run(act) {
    const { shape } = act
    const names = shape.fields.filter(({ kind }) => ["mark", "number", "date"].includes(kind)).map(({ name }) => name)
    const picked = Object.fromEntries(names.map((name) => [name, true]))
    const extremes = names.length > 0 ? { _min: picked, _max: picked } : {}
    const [whole, groups] = await act.read((hand) =>
      Promise.all([
        call(hand, shape, "aggregate", { where: ownFilter(act), _count: { _all: true }, ...extremes }),
        call(hand, shape, "groupBy", {
          by: ["tenantId"],
          where: ownFilter(act),
          _count: { _all: true },
          orderBy: { tenantId: "asc" },
        }),
      ]),
    )
    act.see([whole, groups])
    const counted = branded<{ _count: { _all: number } }[]>([whole, ...rowsOf(groups)])
    const wanted = act.town.count(act.tenant, shape.model)
    const wrong = counted.find(({ _count }) => _count._all !== wanted)
    if (wrong) throw new Breach(`an aggregate counted ${wrong._count._all} of ${wanted} rows`)
  },
}

const foreignCursor: Operation = {
  name: "a cursor on another's row",
  fits: ({ keys }) => keys.length > 0,
  async run(act) {
    const ask = (key: string, at: number) =>
      act.read((hand) =>
        call(hand, act.shape, "findMany", { cursor: wholeKey(act.shape, at, key), orderBy: { tenantId: "asc" } }),
      )
    if (act.isFenced) return requireRefusal("a foreign cursor", () => ask("k1", act.other), /cursor/)
    await requireAlike("a foreign cursor", act.otherKey, (key) => ask(key, act.other))
  },
}

const unique: Operation = {
  name: "findUnique, findUniqueOrThrow",
  async run(act) {
    const { shape, other } = act
    const ask = (operation: string, tenant: number, key: string) =>
      act.read((hand) => call(hand, shape, operation, { where: wholeKey(shape, tenant, key) }))
    if (act.isFenced) return requireRefusal("findUnique", () => ask("findUnique", other, "k1"), /scoped/)
    const foreign = await act.read((hand) =>
      Promise.all(sharedKeys.map((key) => call(hand, shape, "findUnique", { where: wholeKey(shape, other, key) }))),
    )
    if (foreign.some((row) => row !== null)) throw new Breach("findUnique found a foreign row")
    act.see(
      await act.read((hand) =>
        Promise.all(sharedKeys.map((key) => call(hand, shape, "findUnique", { where: wholeKey(shape, act.tenant, key) }))),
      ),
    )
    await requireAlike("findUniqueOrThrow", act.otherKey, (key) => ask("findUniqueOrThrow", other, key))
  },
}

export const reads: readonly Operation[] = [many, many, coveting, sameTick, orThrow, counting, aggregating, foreignCursor, unique]
