import type { SearchFilters, SearchSort } from "#server/ports/product-search.ts"
import { searchSorts } from "#server/ports/product-search.ts"

/** What a shopper asks for. `page` counts from 1. */
export interface SearchQuestion {
  readonly words: string
  readonly filters: SearchFilters
  /** The best order for the words, unless one was chosen. */
  readonly sort: SearchSort | null
  readonly page: number
}

const longestWords = 120
const mostValues = 50
const longestValue = 120
const mostOptions = 10

/**
 * The question that an address asks, whatever else stands in it: unknown names are not read, words are cut at 120 characters, at most fifty
 * values of a facet count, numbers that are none are left out. Control characters are blanks. An option is `option=Size:Large`.
 */
export function readSearchQuestion(parameters: URLSearchParams, toMinor: (amount: string) => bigint | null): SearchQuestion {
  const values = (name: string) => [
    ...new Set(
      parameters
        .getAll(name)
        .slice(0, mostValues)
        .map(plainText)
        .filter((value) => value !== ""),
    ),
  ]
  const categories = values("category")
  const vendors = values("vendor")
  const options = optionsOf(values("option"))
  const leastMinor = toMinor(plainText(parameters.get("from") ?? ""))
  const mostMinor = toMinor(plainText(parameters.get("to") ?? ""))
  const leastRating = Number(parameters.get("rating"))
  const filters = {
    ...(categories.length > 0 ? { categories } : {}),
    ...(vendors.length > 0 ? { vendors } : {}),
    ...(options.length > 0 ? { options } : {}),
    ...(leastMinor !== null ? { leastMinor } : {}),
    ...(mostMinor !== null ? { mostMinor } : {}),
    ...(parameters.get("stock") === "1" ? { isAvailable: true } : {}),
    ...(leastRating >= 1 && leastRating <= 5 ? { leastRating } : {}),
  }
  return {
    words: plainText(parameters.get("q") ?? "").slice(0, longestWords),
    filters,
    sort: searchSorts.find((sort) => sort === parameters.get("sort")) ?? null,
    page: pageOf(parameters.get("page")),
  }
}

function plainText(text: string): string {
  return text
    .slice(0, 4 * longestValue)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, longestValue)
}

function optionsOf(pairs: readonly string[]): { name: string; values: string[] }[] {
  const byName = new Map<string, string[]>()
  for (const pair of pairs) {
    const at = pair.indexOf(":")
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    if (at > 0 && value !== "") byName.set(name, [...(byName.get(name) ?? []), value])
  }
  return [...byName].slice(0, mostOptions).map(([name, values]) => ({ name, values }))
}

function pageOf(text: string | null): number {
  const page = Number(text)
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1
}
