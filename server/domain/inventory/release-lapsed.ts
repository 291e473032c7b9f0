import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { releaseStock } from "./release-stock.ts"

const batch = 200

/** Gives back what was held for orders that were never written: whoever wanted to write them died. Answers how many holds. */
export async function releaseLapsed(ctx: TenantContext): Promise<number> {
  for (let released = 0; ; ) {
    const lapsed = await ctx.transact(async (work) => {
      const references = await findLapsed(work)
      await releaseStock(work, ...references)
      return references.length
    })
    released += lapsed
    if (lapsed < batch) return released
  }
}

async function findLapsed({ sql, tenantId, now }: Work): Promise<string[]> {
  const lapsed = await sql<{ reference: string }>`
    select distinct r.order_id as reference from reservation r
    where r.tenant_id = ${tenantId} and r.status = 'held' and r.expires_at <= ${now}::timestamptz
      and not exists (select from "order" o where o.tenant_id = r.tenant_id and o.id = r.order_id)
    limit ${batch}`
  return lapsed.map(({ reference }) => reference)
}
