import { fragment } from "#prisma/sql.ts"
import { Prisma } from "#prisma/generated/client.ts"
import type { Act } from "./act.ts"
import { call } from "./act.ts"
import { Breach } from "./look.ts"
import { freeFields, makeChange, makeRow, ownKey } from "./make-row.ts"
import { parentsFirst } from "./operations/writes.ts"

/**
 * While a tenant's unit of work holds what it changed and asked for, every row of all others can still be locked by somebody else.
 * Only while nothing else runs.
 */
export async function probeLocks(act: Act): Promise<void> {
  const { shape, tenant, town, tenantId } = act
  if (shape.appendOnly) return
  const undone = new Error("undone")
  try {
    await act.write(async (hand) => {
      const own = act.isFenced ? fragment`where tenant_id = ${tenantId}` : fragment``
      await hand.sql`select 1 from ${Prisma.raw(`"${shape.table}"`)} ${own} for update`
      if (freeFields(shape).length > 0) await call(hand, shape, "updateMany", { where: {}, data: makeChange(shape, tenant, 5) })
      if (shape.keys.length > 0) {
        const key = town.freshKey()
        await parentsFirst(act, hand, [key])
        await call(hand, shape, "create", { data: makeRow(shape, tenant, key) })
        await call(hand, shape, "deleteMany", { where: ownKey(shape, key) })
      }
      await requireUnlocked(act)
      throw undone
    })
  } catch (error) {
    if (error !== undone) throw error
  }
}

async function requireUnlocked({ town, tenantId, tenant }: Act): Promise<void> {
  for (const { table, model } of town.shapes.values()) {
    const { rows } = await town.owner.query<{ n: number }>(
      `select count(*)::int as n from (select 1 from "${table}" where tenant_id <> $1 for update skip locked) as free`,
      [tenantId],
    )
    const wanted = town.counts.reduce((sum, counts, index) => sum + (index === tenant ? 0 : (counts.get(model) ?? 0)), 0)
    if (rows[0]?.n !== wanted) throw new Breach(`${wanted - (rows[0]?.n ?? 0)} foreign rows of ${model} are locked`)
  }
}
