import type { TenantContext } from "#server/context/tenant-context.ts"
import { after } from "#server/kernel/clock.ts"

/** How long further changes of a product are waited for. */
const settleMs = 150

/**
 * A product has changed: its document is due. What is due already stays due at its time, so that a product that never rests is indexed all
 * the same. Repeating changes nothing; there is never more to do than the shop has products.
 * Answers how many were not due before.
 */
export function noteDue(ctx: TenantContext, productIds: readonly string[]): Promise<number> {
  return ctx.transact(async ({ sql, tenantId, now }) => {
    const noted = await sql<{ productId: string }>`
      insert into search_due (tenant_id, product_id, due_at)
      select ${tenantId}, id, ${after(now, settleMs)} from unnest(${[...new Set(productIds)].sort()}::text[]) as id
      on conflict (tenant_id, product_id) do nothing returning product_id as "productId"`
    return noted.length
  })
}
