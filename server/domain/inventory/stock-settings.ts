import { z } from "zod"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { checkedPieces, defaultLowAt, mostPieces } from "./pieces.ts"

/** How a shop watches its stock. */
export const stockSettings = z.object({
  /** Free pieces from which on a variant counts as low, unless it has a number of its own. */
  lowAt: z.number().int().min(0).max(mostPieces),
  /** Whether all who may see the stock are told by mail when something runs low. */
  alertStaff: z.boolean(),
  /** Who else is told; empty: nobody. */
  alertEmail: z.union([z.literal(""), z.email().max(254)]),
})
export type StockSettings = z.infer<typeof stockSettings>

export async function readStockSettings(ctx: TenantContext): Promise<StockSettings> {
  const found = await ctx.read(({ rows }) =>
    rows.stockSetting.findFirst({ select: { lowAt: true, alertStaff: true, alertEmail: true } }),
  )
  return found ?? { lowAt: defaultLowAt, alertStaff: true, alertEmail: "" }
}

export async function changeStockSettings(ctx: TenantContext, settings: StockSettings): Promise<void> {
  const { lowAt, alertStaff, alertEmail } = settings
  await ctx.transact(
    ({ sql, tenantId }) => sql`
      insert into stock_setting (tenant_id, low_at, alert_staff, alert_email)
      values (${tenantId}, ${checkedPieces(lowAt)}::int, ${alertStaff}::boolean, ${alertEmail})
      on conflict (tenant_id) do update
        set low_at = excluded.low_at, alert_staff = excluded.alert_staff, alert_email = excluded.alert_email`,
  )
}

/** @param lowAt null: the shop's own number. @throws Refusal catalog.product-not-found */
export async function setLowAt(ctx: TenantContext, variantId: string, lowAt: number | null): Promise<void> {
  await ctx.transact((work) => changeLowAt(work, variantId, lowAt))
}

export async function changeLowAt({ rows }: Work, variantId: string, lowAt: number | null): Promise<void> {
  const wanted = lowAt === null ? null : checkedPieces(lowAt)
  const { count } = await rows.stockLevel.updateMany({ where: { variantId }, data: { lowAt: wanted } })
  if (count === 0) refuse("catalog.product-not-found")
}
