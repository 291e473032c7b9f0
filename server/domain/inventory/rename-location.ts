import type { TenantContext } from "#server/context/tenant-context.ts"
import { isUniqueViolation } from "#server/context/unique-violation.ts"
import { refuse } from "#server/messages/refusals.ts"

/** @throws Refusal inventory.location-not-found, inventory.location-taken (by a closed one, too) */
export async function renameLocation(ctx: TenantContext, locationId: string, name: string): Promise<void> {
  try {
    const { count } = await ctx.transact(({ rows }) =>
      rows.stockLocation.updateMany({ where: { id: locationId, closedAt: null }, data: { name } }),
    )
    if (count === 0) refuse("inventory.location-not-found")
  } catch (error) {
    if (isUniqueViolation(error)) refuse("inventory.location-taken", { name })
    throw error
  }
}
