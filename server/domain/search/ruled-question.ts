import type { TenantContext } from "#server/context/tenant-context.ts"
import { listCards, type ProductCard } from "#server/domain/catalog/index.ts"
import { plainQuestion, readRules } from "./rules.ts"
import type { SearchRuleKind } from "./set-search-rule.ts"
import { searchProducts } from "./search-products.ts"

export interface RuledCard extends ProductCard {
  readonly kind: SearchRuleKind
}

export interface RuledQuestion {
  /** As rules and reports know it. */
  readonly words: string
  readonly total: number
  /** As a shopper sees the first page now: pinned ones first. */
  readonly shown: readonly RuledCard[]
  readonly hidden: readonly RuledCard[]
}

/** What a question finds, with what the merchant has said to it. Seven statements at most. */
export async function ruledQuestion(ctx: TenantContext, words: string): Promise<RuledQuestion> {
  const plain = plainQuestion(words)
  const rules = await ctx.read((reading) => readRules(reading, plain))
  const pinned = new Set(rules.pinned)
  const found = await searchProducts(ctx, { words: plain, filters: {}, sort: null, page: 1 })
  const hidden = await ctx.read((reading) => listCards(reading, rules.hidden, ctx.tenant.currency))
  return {
    words: plain,
    total: found.total,
    shown: found.products.map((card) => ({ ...card, kind: pinned.has(card.id) ? "pin" : "none" })),
    hidden: hidden.map((card) => ({ ...card, kind: "hide" })),
  }
}

export interface QuestionWithRules {
  readonly words: string
  readonly pinned: number
  readonly hidden: number
}

/** Every question that has rules, by its words. */
export function listRuledQuestions(ctx: TenantContext): Promise<readonly QuestionWithRules[]> {
  return ctx.read(
    ({ sql, tenantId }) => sql<QuestionWithRules>`
      select words, (count(*) filter (where kind = 'pin'))::int as pinned, (count(*) filter (where kind = 'hide'))::int as hidden
      from search_rule where tenant_id = ${tenantId} group by words order by words limit 200`,
  )
}
