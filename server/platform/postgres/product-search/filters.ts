import type { SearchFilters } from "#server/ports/product-search.ts"
import type { Segment } from "./segment.ts"

/** The facets that a filter can be about; options count by their name. */
export type FacetName = "category" | "vendor" | "price" | "available" | "rating" | `option:${string}`

export interface SegmentFilter {
  readonly facet: FacetName
  admits(document: number): boolean
}

/** The wish's filters, made for one segment: names become its numbers, so that a document is asked by comparing numbers. */
export function filtersFor({ columns }: Segment, wish: SearchFilters): SegmentFilter[] {
  const found: SegmentFilter[] = []
  const numbersOf = (names: readonly string[], wanted: (name: string) => boolean) =>
    new Set(names.flatMap((name, number) => (wanted(name) ? [number] : [])))
  if (wish.categories?.length) {
    const slugs = new Set(wish.categories)
    const numbers = numbersOf(columns.categoryNames, (name) => slugs.has(name.split("\0")[0] ?? ""))
    found.push({ facet: "category", admits: (document) => numbers.has(columns.category[document] ?? -1) })
  }
  if (wish.vendors?.length) {
    const names = new Set(wish.vendors)
    const numbers = numbersOf(columns.vendorNames, (name) => names.has(name))
    found.push({ facet: "vendor", admits: (document) => numbers.has(columns.vendor[document] ?? -1) })
  }
  for (const { name, values } of wish.options ?? []) {
    const wanted = new Set(values.map((value) => `${name}\0${value}`))
    const numbers = numbersOf(columns.optionNames, (option) => wanted.has(option))
    found.push({ facet: `option:${name}`, admits: (document) => hasOption(columns, document, numbers) })
  }
  const { leastMinor, mostMinor, leastRating } = wish
  if (leastMinor !== undefined || mostMinor !== undefined) {
    const least = leastMinor === undefined ? Number.NEGATIVE_INFINITY : Number(leastMinor)
    const most = mostMinor === undefined ? Number.POSITIVE_INFINITY : Number(mostMinor)
    found.push({
      facet: "price",
      admits: (document) => (columns.price[document] ?? 0) >= least && (columns.price[document] ?? 0) <= most,
    })
  }
  if (wish.isAvailable) found.push({ facet: "available", admits: (document) => columns.available[document] === 1 })
  if (leastRating !== undefined)
    found.push({ facet: "rating", admits: (document) => (columns.rating[document] ?? 0) >= leastRating })
  return found
}

function hasOption(columns: Segment["columns"], document: number, numbers: ReadonlySet<number>): boolean {
  const end = columns.optionStarts[document + 1] ?? 0
  for (let at = columns.optionStarts[document] ?? 0; at < end; at++) if (numbers.has(columns.options[at] ?? -1)) return true
  return false
}
