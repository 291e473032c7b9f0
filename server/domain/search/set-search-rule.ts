import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Work } from "#server/context/work.ts"
import { newId } from "#server/kernel/ids.ts"
import { lockName } from "#server/kernel/tenant-keys.ts"
import { refuse } from "#server/messages/refusals.ts"
import { plainQuestion } from "./rules.ts"

export const searchRuleKinds = ["pin", "hide", "none"] as const
export type SearchRuleKind = (typeof searchRuleKinds)[number]

const mostRules = 50

/**
 * Puts a product first for a question (behind those pinned before), keeps it back, or lets it be. Saying it twice changes nothing.
 * @throws Refusal catalog.product-not-found, search.too-many-rules
 */
export function setSearchRule(ctx: TenantContext, words: string, productId: string, kind: SearchRuleKind): Promise<void> {
  const plain = plainQuestion(words)
  return ctx.transact(async (work) => {
    const { sql, tenantId, now } = work
    await lockRules(work)
    if (kind === "none") {
      await sql`delete from search_rule where tenant_id = ${tenantId} and words = ${plain} and product_id = ${productId}`
      return
    }
    const [known] = await sql`select 1 as one from product where tenant_id = ${tenantId} and id = ${productId}`
    if (!known) refuse("catalog.product-not-found")
    const [others] = await sql<{ count: number; last: number }>`
      select count(*)::int as count, coalesce(max(position), 0) as last from search_rule
      where tenant_id = ${tenantId} and words = ${plain} and product_id <> ${productId}`
    if ((others?.count ?? 0) >= mostRules) refuse("search.too-many-rules", { most: mostRules })
    await sql`
      insert into search_rule as r (tenant_id, id, words, product_id, kind, position)
      values (${tenantId}, ${newId("searchRule", now.getTime())}, ${plain}, ${productId}, ${kind}, ${(others?.last ?? 0) + 1}::int)
      on conflict (tenant_id, words, product_id) do update set kind = excluded.kind,
        position = case when r.kind = excluded.kind then r.position else excluded.position end`
  })
}

/** Moves a pinned product one place up or down. At an end nothing changes. */
export function moveSearchPin(ctx: TenantContext, words: string, productId: string, by: 1 | -1): Promise<void> {
  const plain = plainQuestion(words)
  return ctx.transact(async (work) => {
    const { sql, tenantId } = work
    await lockRules(work)
    const pins = await sql<{ productId: string }>`
      select product_id as "productId" from search_rule
      where tenant_id = ${tenantId} and words = ${plain} and kind = 'pin' order by position, id`
    const ids = pins.map((pin) => pin.productId)
    const at = ids.indexOf(productId)
    const other = ids[at + by]
    if (at < 0 || other === undefined) return
    const ordered = ids.with(at, other).with(at + by, productId)
    await sql`
      update search_rule r set position = o.place::int
      from unnest(${ordered}::text[]) with ordinality as o(product_id, place)
      where r.tenant_id = ${tenantId} and r.words = ${plain} and r.product_id = o.product_id`
  })
}

/** Positions are read and then written. */
async function lockRules({ sql, tenantId }: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${lockName(tenantId, "search-rules")}))`
}
