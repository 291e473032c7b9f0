import { fragment } from "#server/context/fragment.ts"
import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { refuse } from "#server/messages/refusals.ts"
import { announceStock } from "./announce-stock.ts"
import { lockLevels } from "./level.ts"
import { checkedPieces } from "./pieces.ts"

/**
 * How many pieces may be promised that are not there: 0 for none, `unlimitedBackorder` for as many as come.
 * @throws Refusal inventory.below-promised, inventory.is-bundle, catalog.product-not-found
 */
export async function setBackorderLimit(ctx: TenantContext, variantId: string, limit: number): Promise<void> {
  await ctx.transact((work) => changeBackorderLimit(work, variantId, limit))
}

/** Locks the variant's stock row. */
export async function changeBackorderLimit(work: Work, variantId: string, limit: number): Promise<void> {
  const [level] = await lockLevels(work, fragment`values (${variantId}::text)`)
  if (!level) return refuse("catalog.product-not-found")
  const { isBundle, onHand, reserved, revision } = level
  if (isBundle) refuse("inventory.is-bundle")
  const promised = Math.max(0, reserved - onHand)
  if (checkedPieces(limit) < promised) refuse("inventory.below-promised", { promised })
  if (limit === level.backorderLimit) return
  const { tenantId } = work
  await Promise.all([
    work.sql`
        update stock_level set backorder_limit = ${limit}::int, revision = revision + 1
        where tenant_id = ${tenantId} and variant_id = ${variantId}`,
    announceStock(work, [{ level, onHand, reserved, backorderLimit: limit, revision: revision + 1 }]),
  ])
}
