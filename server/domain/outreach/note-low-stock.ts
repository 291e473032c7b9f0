import { once } from "#server/context/once.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"

/** A variant ran low: written down for the next letter to the staff. Once per event. */
export async function noteLowStock(ctx: TenantContext, variantId: string, eventId: string): Promise<void> {
  await ctx.transact(async (work) => {
    if (!(await once(work, "outreach.note-low-stock", eventId))) return
    const { sql, tenantId, now } = work
    await sql`
      insert into stock_warning (tenant_id, id, variant_id, at)
      select ${tenantId}, ${eventId}, v.id, ${now}::timestamptz from variant v where v.tenant_id = ${tenantId} and v.id = ${variantId}`
  })
}
