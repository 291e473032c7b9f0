import type { PlatformContext } from "#server/context/platform-context.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { documentsOf } from "./product-documents.ts"
import { readSettings, tuningOf } from "./tuning.ts"

/** Documents of one shop that are made in one turn: then the next shop has its turn. */
export const mostPerTurn = 200
const mostShops = 200

/** Shops with documents that are due, the longest waiting first. One statement over an index. */
export async function dueShops(platform: PlatformContext): Promise<string[]> {
  const rows = await platform.read(
    "search.due-shops",
    ({ sql }) => sql<{ tenantId: string }>`
      select tenant_id as "tenantId" from search_due where due_at <= ${platform.clock.now()}::timestamptz
      group by tenant_id order by min(due_at) limit ${mostShops}`,
  )
  return rows.map(({ tenantId }) => tenantId)
}

/**
 * Makes the index say what the catalogue says now, for up to two hundred of the shop's due products: a published product is in it, any other
 * is not. The rows that say so are locked until it is done, so that no other worker writes an older state over a newer one; one that dies
 * leaves them due. Answers how many it took.
 */
export function refreshDue(ctx: TenantContext): Promise<number> {
  return ctx.transact(async (work) => {
    const { sql, tenantId, now } = work
    const taken = await sql<{ productId: string }>`
      delete from search_due where tenant_id = ${tenantId} and product_id in (
        select d.product_id from search_due d where d.tenant_id = ${tenantId} and d.due_at <= ${now}
        order by d.due_at limit ${mostPerTurn} for update skip locked
      ) returning product_id as "productId"`
    if (taken.length === 0) return 0
    const productIds = taken.map(({ productId }) => productId)
    // Statements of their own, after the rows are locked: they see what was committed before.
    const settings = await readSettings(work)
    const documents = await documentsOf(work, productIds)
    const published = new Set(documents.map(({ productId }) => productId))
    await ctx.ports.search.put(tenantId, documents, tuningOf(settings, ctx.tenant.language))
    await ctx.ports.search.remove(
      tenantId,
      productIds.filter((id) => !published.has(id)),
    )
    return taken.length
  })
}
