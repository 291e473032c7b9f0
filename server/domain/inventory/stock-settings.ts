import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import { refuse } from "#server/messages/refusals.ts"
import { checkedPieces, defaultLowAt, mostPieces } from "./pieces.ts"

/** How a shop watches its stock. */
export const stockSettings = z.object({
  /** Free pieces from which on a variant counts as low, unless it has a number of its own. */
  lowAt: z.number().int().min(0).max(mostPieces),
  /** Who is told when something runs low; empty: nobody. */
  alertEmail: z.union([z.literal(""), z.email().max(254)]),
})
export type StockSettings = z.infer<typeof stockSettings>

export async function readStockSettings(ctx: TenantContext): Promise<StockSettings> {
  const found = await ctx.read(({ rows }) => rows.stockSetting.findFirst({ select: { lowAt: true, alertEmail: true } }))
  return found ?? { lowAt: defaultLowAt, alertEmail: "" }
}

export async function changeStockSettings(ctx: TenantContext, { lowAt, alertEmail }: StockSettings): Promise<void> {
  await ctx.transact(
    ({ sql, tenantId }) => sql`
      insert into stock_setting (tenant_id, low_at, alert_email) values (${tenantId}, ${checkedPieces(lowAt)}::int, ${alertEmail})
      on conflict (tenant_id) do update set low_at = excluded.low_at, alert_email = excluded.alert_email`,
  )
}

/** @param lowAt null: the shop's own number. @throws Refusal catalog.product-not-found */
export async function setLowAt(ctx: TenantContext, variantId: string, lowAt: number | null): Promise<void> {
  const wanted = lowAt === null ? null : checkedPieces(lowAt)
  const { count } = await ctx.transact(({ rows }) =>
    rows.stockLevel.updateMany({ where: { variantId }, data: { lowAt: wanted } }),
  )
  if (count === 0) refuse("catalog.product-not-found")
}
