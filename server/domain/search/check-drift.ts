import type { PlatformContext } from "#server/context/platform-context.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { documentsOf } from "./product-documents.ts"
import { noteDue } from "./note-due.ts"

const perPage = 500

/**
 * Compares what the index says with what the catalogue says, product by product, and asks for what differs to be made anew. What changes
 * while it looks is due anyway, and made once. Answers how many differed.
 */
export async function checkDrift(ctx: TenantContext): Promise<number> {
  let differing = 0
  for (let after = ""; ; ) {
    const { ids, documents } = await ctx.read(async (reading) => {
      const rows = await reading.sql<{ id: string }>`
        select id from product where tenant_id = ${reading.tenantId} and status = 'published' and id > ${after} order by id limit ${perPage}`
      const ids = rows.map(({ id }) => id)
      return { ids, documents: await documentsOf(reading, ids) }
    })
    const upTo = ids.length === perPage ? (ids.at(-1) ?? null) : null
    const wrong = await ctx.ports.search.differing(ctx.tenant.id, documents, { after, upTo })
    // What was due already is late, not wrong.
    if (wrong.length > 0) differing += await noteDue(ctx, wrong)
    if (upTo === null) break
    after = upTo
  }
  await ctx.transact(async ({ sql, tenantId, now }) => {
    await sql`
      insert into search_index as i (tenant_id, checked_at, repaired) values (${tenantId}, ${now}, ${differing})
      on conflict (tenant_id) do update set checked_at = excluded.checked_at, repaired = i.repaired + excluded.repaired`
  })
  return differing
}

const mostShops = 20

/** Shops whose index was looked at longest ago, or never. */
export async function shopsToCheck(platform: PlatformContext, before: Date): Promise<string[]> {
  const rows = await platform.read(
    "search.shops-to-check",
    ({ sql }) => sql<{ id: string }>`
      select t.id from tenant t left join search_index i on i.tenant_id = t.id
      where t.status = 'active' and (i.checked_at is null or i.checked_at < ${before}) order by i.checked_at nulls first, t.id limit ${mostShops}`,
  )
  return rows.map(({ id }) => id)
}
