import type { TenantContext } from "#server/context/tenant-context.ts"
import type { ShopChange } from "./shop-request.ts"

/** How the shop presents itself: the merchant's to change. */
export function changeShop(ctx: TenantContext, { name, tagline, theme }: ShopChange): Promise<void> {
  return ctx.transact(async ({ sql, tenantId, emit }) => {
    await sql`update tenant set name = ${name}, tagline = ${tagline}, theme = ${theme} where id = ${tenantId} returning id`
    await emit("tenant.changed", { tenantId })
  })
}
