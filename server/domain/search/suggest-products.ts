import type { TenantContext } from "#server/context/tenant-context.ts"
import type { Stretch } from "#server/ports/product-search.ts"
import { readRules } from "./rules.ts"
import { readSettings, tuningOf } from "./tuning.ts"

export interface Suggestion {
  readonly slug: string
  readonly title: string
  readonly marks: readonly Stretch[]
}

const most = 6

/** Products for what is typed so far, the last word half typed perhaps. Three statements, no facets. */
export async function suggestProducts(ctx: TenantContext, words: string): Promise<Suggestion[]> {
  if (words === "") return []
  const { settings, rules } = await ctx.read(async (reading) => {
    const [settings, rules] = await Promise.all([readSettings(reading), readRules(reading, words)])
    return { settings, rules }
  })
  const { hits } = await ctx.ports.search.find(ctx.tenant.id, {
    ...{ words, filters: {}, sort: "relevance", offset: 0, limit: most, isTyping: true, withoutFacets: true },
    tuning: tuningOf(settings, ctx.tenant.language),
    ...rules,
  })
  if (hits.length === 0) return []
  const rows = await ctx.read(
    ({ sql, tenantId }) => sql<{ id: string; slug: string; title: string }>`
      select p.id, p.slug, p.title from product p
      where p.tenant_id = ${tenantId} and p.id = any(${hits.map(({ productId }) => productId)}) and p.status = 'published'`,
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return hits.flatMap(({ productId, marks }) => {
    const row = known.get(productId)
    return row ? [{ slug: row.slug, title: row.title, marks }] : []
  })
}
