import type { TenantContext } from "#server/context/tenant-context.ts"
import { documentsOf } from "./product-documents.ts"
import { readSettings, tuningOf } from "./tuning.ts"

const perTurn = 200

/**
 * Makes the whole index anew beside the one that answers, then puts it in its place in one step. What changes in the meantime goes into both.
 * A run that died is begun again from the start. Answers how many documents it made.
 */
export async function reindexShop(ctx: TenantContext): Promise<number> {
  const { search } = ctx.ports
  const { settings, wanted } = await ctx.read(async (reading) => {
    const wanted = await reading.rows.product.count({ where: { status: "published" } })
    return { settings: await readSettings(reading), wanted }
  })
  await search.startReindex(ctx.tenant.id, wanted)
  const tuning = tuningOf(settings, ctx.tenant.language)
  let made = 0
  for (let after = ""; ; ) {
    const ids = await ctx.read(
      ({ sql, tenantId }) => sql<{ id: string }>`
        select id from product where tenant_id = ${tenantId} and status = 'published' and id > ${after} order by id limit ${perTurn}`,
    )
    const last = ids.at(-1)
    if (!last) break
    const documents = await ctx.read((reading) =>
      documentsOf(
        reading,
        ids.map(({ id }) => id),
      ),
    )
    await search.putAside(ctx.tenant.id, documents, tuning)
    made += documents.length
    after = last.id
  }
  await search.finishReindex(ctx.tenant.id)
  return made
}
