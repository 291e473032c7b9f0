import type { TenantContext } from "#server/context/tenant-context.ts"
import { refuse } from "#server/messages/refusals.ts"

export const ruleKinds = ["pin", "exclude", "none"] as const
export type RuleKind = (typeof ruleKinds)[number]

/** Shows a product first, or never, or as it comes. Saying it twice changes nothing. @throws Refusal catalog.product-not-found */
export async function setRule(ctx: TenantContext, productId: string, kind: RuleKind): Promise<void> {
  await ctx.transact(async ({ sql, tenantId, now }) => {
    const [known] = await sql`select 1 from product where tenant_id = ${tenantId} and id = ${productId}`
    if (!known) refuse("catalog.product-not-found")
    if (kind === "none") {
      await sql`delete from recommendation_rule where tenant_id = ${tenantId} and product_id = ${productId}`
      return
    }
    await sql`
      insert into recommendation_rule (tenant_id, product_id, kind, at) values (${tenantId}, ${productId}, ${kind}, ${now}::timestamptz)
      on conflict (tenant_id, product_id) do update set kind = excluded.kind`
  })
}
