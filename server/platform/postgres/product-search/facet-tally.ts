import type { FacetCount, SearchFacets, SearchFilters } from "#server/ports/product-search.ts"
import type { FacetName } from "./filters.ts"
import type { Segment } from "./segment.ts"

const mostValues = 60
const mostOptions = 12

/** Counts facets over segments. */
export interface FacetTally {
  open(segment: Segment): SegmentTally
  facets(filters: SearchFilters): SearchFacets
}

export interface SegmentTally {
  /** A match. `missed`: the one facet whose filter it does not pass; only that facet counts it. */
  count(document: number, missed: FacetName | undefined): void
  close(): void
}

export function createFacetTally(): FacetTally {
  const categories = new Map<string, number>()
  const vendors = new Map<string, number>()
  const options = new Map<string, number>()
  const ratings = [0, 0, 0, 0, 0]
  let available = 0
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  return {
    open({ columns }) {
      const byCategory = new Uint32Array(columns.categoryNames.length)
      const byVendor = new Uint32Array(columns.vendorNames.length)
      const byOption = new Uint32Array(columns.optionNames.length)
      const facetOfOption = columns.optionNames.map((name) => `option:${name.split("\0")[0]}`)
      return {
        count(document, missed) {
          const category = columns.category[document] ?? -1
          const vendor = columns.vendor[document] ?? -1
          if (category >= 0 && (missed === undefined || missed === "category")) bump(byCategory, category)
          if (vendor >= 0 && (missed === undefined || missed === "vendor")) bump(byVendor, vendor)
          if (columns.available[document] === 1 && (missed === undefined || missed === "available")) available++
          const rating = Math.floor(columns.rating[document] ?? 0)
          if (rating > 0 && (missed === undefined || missed === "rating"))
            for (let stars = 1; stars <= Math.min(4, rating); stars++) bump(ratings, stars)
          if (missed === undefined || missed === "price") {
            const price = columns.price[document] ?? 0
            least = Math.min(least, price)
            most = Math.max(most, price)
          }
          const end = columns.optionStarts[document + 1] ?? 0
          for (let at = columns.optionStarts[document] ?? 0; at < end; at++) {
            const option = columns.options[at] ?? 0
            if (missed === undefined || missed === facetOfOption[option]) bump(byOption, option)
          }
        },
        close() {
          pour(byCategory, columns.categoryNames, categories)
          pour(byVendor, columns.vendorNames, vendors)
          pour(byOption, columns.optionNames, options)
        },
      }
    },
    facets: (filters) => ({
      categories: ordered(
        categories,
        (name) => ({ value: name.split("\0")[0] ?? "", label: name.split("\0")[1] ?? "" }),
        filters.categories,
      ),
      vendors: ordered(vendors, (name) => ({ value: name, label: name }), filters.vendors),
      options: optionFacets(options, filters.options),
      price: most >= least ? { leastMinor: BigInt(least), mostMinor: BigInt(most) } : null,
      available,
      ratings: ratings.some((count) => count > 0)
        ? [4, 3, 2, 1].map((stars) => ({ value: String(stars), label: String(stars), count: ratings[stars] ?? 0 }))
        : [],
    }),
  }
}

function bump(counts: Uint32Array | number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

function pour(counts: Uint32Array, names: readonly string[], sums: Map<string, number>): void {
  counts.forEach((count, number) => {
    const name = names[number] ?? ""
    if (count > 0) sums.set(name, (sums.get(name) ?? 0) + count)
  })
}

/** The most frequent first; what is chosen is shown even where nothing is left of it. */
function ordered(
  counts: ReadonlyMap<string, number>,
  nameOf: (name: string) => { readonly value: string; readonly label: string },
  chosen: readonly string[] = [],
): FacetCount[] {
  const found = [...counts].map(([name, count]) => ({ ...nameOf(name), count }))
  const missing = chosen.filter((value) => !found.some((facet) => facet.value === value))
  return [
    ...found.sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1)).slice(0, mostValues),
    ...missing.slice(0, mostValues).map((value) => ({ value, label: value, count: 0 })),
  ]
}

function optionFacets(counts: ReadonlyMap<string, number>, chosen: SearchFilters["options"] = []): SearchFacets["options"] {
  const byName = new Map<string, Map<string, number>>()
  for (const [key, count] of counts) {
    const [name = "", value = ""] = key.split("\0")
    const values = byName.get(name) ?? new Map<string, number>()
    byName.set(name, values.set(value, count))
  }
  for (const { name } of chosen) if (!byName.has(name)) byName.set(name, new Map())
  return [...byName]
    .map(([name, values]) => ({
      name,
      values: ordered(values, (value) => ({ value, label: value }), chosen.find((option) => option.name === name)?.values),
      total: [...values.values()].reduce((sum, count) => sum + count, 0),
    }))
    .sort((one, other) => other.total - one.total || (one.name < other.name ? -1 : 1))
    .slice(0, mostOptions)
    .map(({ name, values }) => ({ name, values }))
}
