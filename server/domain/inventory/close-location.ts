import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"

/**
 * Nothing is kept there any more. Its movements keep its name.
 * @throws Refusal inventory.location-in-use, inventory.last-location, inventory.location-not-found
 */
export function closeLocation(ctx: TenantContext, locationId: string): Promise<void> {
  return ctx.transact(async (work) => {
    const open = await lockOpen(work)
    if (!open.some(({ id }) => id === locationId)) refuse("inventory.location-not-found")
    // Read after the lock was won: whoever was putting pieces there has finished.
    const { _sum } = await work.rows.stockShelf.aggregate({ where: { locationId }, _sum: { onHand: true } })
    const pieces = _sum.onHand ?? 0
    if (pieces > 0) refuse("inventory.location-in-use", { pieces })
    if (open.length === 1) refuse("inventory.last-location")
    await work.rows.stockLocation.updateMany({ where: { id: locationId }, data: { closedAt: work.now } })
  })
}

function lockOpen({ sql, tenantId }: Work): Promise<{ id: string }[]> {
  return sql<{ id: string }>`
    select l.id from stock_location l where l.tenant_id = ${tenantId} and l.closed_at is null order by l.id for update of l`
}
