import type { TenantContext } from "#server/context/tenant-context.ts"
import { listCards, type ProductList } from "#server/domain/catalog/index.ts"

const perPage = 24
/** Nobody turns to a tenth page of results. */
const mostFound = 240

/** Published products for what a shopper typed, best first. `page` counts from 1. */
export async function searchProducts(ctx: TenantContext, query: string, page = 1): Promise<ProductList> {
  const ids = query.trim() === "" ? [] : await ctx.ports.search.find(ctx.tenant.id, query.slice(0, 200), mostFound)
  const pages = Math.max(1, Math.ceil(ids.length / perPage))
  const shown = Number.isInteger(page) && page >= 1 ? page : 1
  const wanted = ids.slice((shown - 1) * perPage, shown * perPage)
  const products = wanted.length === 0 ? [] : await ctx.read((reading) => listCards(reading, wanted, ctx.tenant.currency))
  return { products, total: ids.length, page: shown, pages }
}
