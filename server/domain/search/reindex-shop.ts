import type { TenantContext } from "#server/context/tenant-context.ts"
import { documentsOf } from "./product-documents.ts"
import { readSettings, tuningOf } from "./tuning.ts"

const perTurn = 200
/** How often open pages are told how far it is. */
const tellMs = 1_000

/**
 * Makes the whole index anew beside the one that answers, then puts it in its place in one step. What changes in the meantime goes into both.
 * A run that died is begun again from the start; one that another has overtaken ends. Answers how many documents it made.
 */
export async function reindexShop(ctx: TenantContext): Promise<number> {
  const { search } = ctx.ports
  const { settings, wanted } = await ctx.read(async (reading) => {
    const wanted = await reading.rows.product.count({ where: { status: "published" } })
    return { settings: await readSettings(reading), wanted }
  })
  const second = await search.startReindex(ctx.tenant.id, wanted)
  const tuning = tuningOf(settings, ctx.tenant.language)
  let made = 0
  let toldAt = performance.now()
  for (let after = ""; ; ) {
    const ids = await publishedAfter(ctx, after)
    const last = ids.at(-1)
    if (!last) break
    const documents = await ctx.read((reading) => documentsOf(reading, ids))
    if (!(await search.putAside(ctx.tenant.id, second, documents, tuning))) return made
    made += documents.length
    after = last
    if (performance.now() - toldAt < tellMs) continue
    await tell(ctx)
    toldAt = performance.now()
  }
  await search.finishReindex(ctx.tenant.id, second)
  await tell(ctx)
  return made
}

async function publishedAfter(ctx: TenantContext, after: string): Promise<string[]> {
  const rows = await ctx.read(
    ({ sql, tenantId }) => sql<{ id: string }>`
      select id from product where tenant_id = ${tenantId} and status = 'published' and id > ${after} order by id limit ${perTurn}`,
  )
  return rows.map(({ id }) => id)
}

const tell = (ctx: TenantContext) => ctx.transact(({ emit }) => emit("search.reindex-moved", {}))
