import { pageNumber, searchText } from "#app/http/page-query.ts"
import type { MarketWish } from "#server/domain/search/index.ts"

const mostShops = 50
const longestName = 60

/** What an address asks of the market, whatever else stands in it. */
export function readMarketWish(parameters: URLSearchParams): MarketWish {
  const shops = parameters
    .getAll("shop")
    .slice(0, mostShops)
    .map((name) => name.slice(0, longestName))
  return {
    words: searchText.parse(parameters.get("q")),
    shops: [...new Set(shops.filter((name) => /^[a-z0-9-]+$/.test(name)))],
    isAvailable: parameters.get("stock") === "1",
    isGrouped: parameters.get("grouped") === "1",
    page: pageNumber().parse(parameters.get("page") ?? undefined),
  }
}

/** The one address of a wish. */
export function marketAddress({ words, shops, isAvailable, isGrouped, page }: MarketWish): string {
  const parameters = new URLSearchParams({ q: words })
  for (const shop of shops) parameters.append("shop", shop)
  if (isAvailable) parameters.set("stock", "1")
  if (isGrouped) parameters.set("grouped", "1")
  if (page > 1) parameters.set("page", String(page))
  return `/search?${parameters}`
}
