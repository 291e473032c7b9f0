import type { SearchResponse } from "meilisearch"
import type { FacetCount, SearchFacets, SearchFilters } from "#server/ports/product-search.ts"
import type { StoredDocument } from "./stored-document.ts"

type Response = SearchResponse<StoredDocument>

/** `loose`: for a facet that is narrowed the counts without its own condition. */
export function facetsOf(main: Response, loose: ReadonlyMap<string, Response | undefined>, chosen: SearchFilters): SearchFacets {
  const counts = (facet: string) => (loose.get(facet) ?? main).facetDistribution?.[facet] ?? {}
  const stats = (loose.get("price") ?? main).facetStats?.["price"]
  const ratings = Object.entries(counts("rating")).map(([rating, count]) => ({ rating: Number(rating), count }))
  return {
    categories: ordered(counts("categoryName"), splitName, chosen.categories),
    vendors: ordered(counts("vendor"), (name) => ({ value: name, label: name }), chosen.vendors),
    options: optionFacets(counts("options"), chosen.options),
    price: stats ? { leastMinor: BigInt(stats.min), mostMinor: BigInt(stats.max) } : null,
    available: counts("isAvailable")["true"] ?? 0,
    ratings: ratings.length === 0 ? [] : [4, 3, 2, 1].map((stars) => atLeast(ratings, stars)),
  }
}

function atLeast(ratings: readonly { readonly rating: number; readonly count: number }[], stars: number): FacetCount {
  const count = ratings.reduce((sum, { rating, count }) => (rating >= stars ? sum + count : sum), 0)
  return { value: String(stars), label: String(stars), count }
}

function splitName(name: string): { readonly value: string; readonly label: string } {
  const at = name.indexOf(":")
  return { value: name.slice(0, at), label: name.slice(at + 1) }
}

function ordered(
  counts: Readonly<Record<string, number>>,
  nameOf: (name: string) => { readonly value: string; readonly label: string },
  chosen: readonly string[] = [],
): FacetCount[] {
  const found = Object.entries(counts).flatMap(([name, count]) => (name === "" ? [] : [{ ...nameOf(name), count }]))
  const missing = chosen.filter((value) => !found.some((facet) => facet.value === value))
  return [
    ...found.sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1)).slice(0, 60),
    ...missing.slice(0, 60).map((value) => ({ value, label: value, count: 0 })),
  ]
}

function optionFacets(counts: Readonly<Record<string, number>>, chosen: SearchFilters["options"] = []): SearchFacets["options"] {
  const byName = new Map<string, Record<string, number>>()
  for (const [pair, count] of Object.entries(counts)) {
    const { value: name, label: value } = splitName(pair)
    byName.set(name, { ...byName.get(name), [value]: count })
  }
  for (const { name } of chosen) if (!byName.has(name)) byName.set(name, {})
  return [...byName]
    .map(([name, values]) => ({
      name,
      values: ordered(values, (value) => ({ value, label: value }), chosen.find((option) => option.name === name)?.values),
    }))
    .slice(0, 12)
}
