import type { TenantContext } from "#server/context/tenant-context.ts"
import { changeBackorderLimit } from "./set-backorder-limit.ts"
import { changeLowAt } from "./stock-settings.ts"

export interface StockTerms {
  /** As `setBackorderLimit`. */
  readonly backorderLimit: number
  /** As `setLowAt`. */
  readonly lowAt: number | null
}

/** What happens when a variant runs out: both or neither. @throws Refusal as `setBackorderLimit` */
export async function setStockTerms(ctx: TenantContext, variantId: string, { backorderLimit, lowAt }: StockTerms): Promise<void> {
  await ctx.transact(async (work) => {
    await changeBackorderLimit(work, variantId, backorderLimit)
    await changeLowAt(work, variantId, lowAt)
  })
}
