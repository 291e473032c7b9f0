import type { TenantContext } from "#server/context/tenant-context.ts"
import { listCards, type Paging, type ProductCard } from "#server/domain/catalog/index.ts"
import type { SearchFacets, SearchSort, Stretch } from "#server/ports/product-search.ts"
import { readRules } from "./rules.ts"
import type { SearchQuestion } from "./search-question.ts"
import { readSettings, tuningOf } from "./tuning.ts"

export interface FoundCard extends ProductCard {
  /** Where the title says what was looked for. */
  readonly marks: readonly Stretch[]
}

export interface SearchResult extends Paging {
  readonly products: readonly FoundCard[]
  readonly facets: SearchFacets | null
  readonly correction: string | null
  readonly sort: SearchSort
}

const perPage = 24
/** The engine does not go deeper than 2,400 products. */
const lastPage = 100

/** Published products for a question, with the facets of all matches. Without words: everything, the newest first. */
export async function searchProducts(ctx: TenantContext, question: SearchQuestion): Promise<SearchResult> {
  const page = Math.min(lastPage, question.page)
  const sort = question.sort ?? (question.words === "" ? "newest" : "relevance")
  const { settings, rules } = await ctx.read(async (reading) => {
    const [settings, rules] = await Promise.all([readSettings(reading), readRules(reading, question.words)])
    return { settings, rules }
  })
  const answer = await ctx.ports.search.find(ctx.tenant.id, {
    words: question.words,
    filters: question.filters,
    sort,
    offset: (page - 1) * perPage,
    limit: perPage,
    tuning: tuningOf(settings, ctx.tenant.language),
    ...rules,
  })
  const marks = new Map(answer.hits.map((hit) => [hit.productId, hit.marks]))
  const cards =
    answer.hits.length === 0 ? [] : await ctx.read((reading) => listCards(reading, [...marks.keys()], ctx.tenant.currency))
  return {
    products: cards.map((card) => ({ ...card, marks: marks.get(card.id) ?? [] })),
    total: answer.total,
    page,
    pages: Math.min(lastPage, Math.max(1, Math.ceil(answer.total / perPage))),
    ...{ facets: answer.facets, correction: answer.correction, sort },
  }
}
