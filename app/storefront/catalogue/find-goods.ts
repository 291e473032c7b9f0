import type { TenantContext } from "#server/context/tenant-context.ts"
import { readSearchQuestion, type SearchQuestion, type SearchResult, searchProducts } from "#server/domain/search/index.ts"
import { decimalText, money, parseDecimal } from "#server/kernel/money.ts"

/** What the bounds of the price look like. */
export interface PriceHint {
  readonly least: string
  readonly most: string
}

export interface FoundGoods {
  readonly question: SearchQuestion
  readonly found: SearchResult
  readonly price: PriceHint | null
}

/** What an address asks for. On a category's page (`shelf`) it is this category's, whatever else stands there. */
export async function findGoods(ctx: TenantContext, parameters: URLSearchParams, shelf?: string): Promise<FoundGoods> {
  const { currency } = ctx.tenant
  const asked = readSearchQuestion(parameters, (amount) => parseDecimal(amount.replace(",", "."), currency)?.minor ?? null)
  const question = shelf === undefined ? asked : { ...asked, words: "", filters: { ...asked.filters, categories: [shelf] } }
  const found = await searchProducts(ctx, question)
  const price = found.facets?.price
  const textOf = (minor: bigint) => decimalText(money(minor, currency))
  return { question, found, price: price ? { least: textOf(price.leastMinor), most: textOf(price.mostMinor) } : null }
}
