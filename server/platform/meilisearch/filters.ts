import { searchFilter } from "#server/kernel/tenant-keys.ts"
import type { SearchFilters } from "#server/ports/product-search.ts"

/** One facet's condition, in Meilisearch's words, and the attribute that its counts come from. */
export interface Condition {
  readonly facet: string
  readonly text: string
}

/** What every question is narrowed by, before anything that a shopper chose. Made here alone. */
export function tenantConditions(tenantId: string, generation: number): string[] {
  return [searchFilter(tenantId), `generation = ${Math.trunc(generation)}`]
}

export function conditionsOf(wish: SearchFilters): Condition[] {
  const found: Condition[] = []
  if (wish.categories?.length) found.push({ facet: "categoryName", text: isIn("category", wish.categories) })
  if (wish.vendors?.length) found.push({ facet: "vendor", text: isIn("vendor", wish.vendors) })
  for (const { name, values } of wish.options ?? [])
    found.push({
      facet: "options",
      text: isIn(
        "options",
        values.map((value) => `${name}:${value}`),
      ),
    })
  const bounds = [
    ...(wish.leastMinor === undefined ? [] : [`price >= ${wish.leastMinor}`]),
    ...(wish.mostMinor === undefined ? [] : [`price <= ${wish.mostMinor}`]),
  ]
  if (bounds.length > 0) found.push({ facet: "price", text: bounds.join(" AND ") })
  if (wish.isAvailable) found.push({ facet: "isAvailable", text: "isAvailable = true" })
  if (wish.leastRating !== undefined) found.push({ facet: "rating", text: `rating >= ${Number(wish.leastRating)}` })
  return found
}

export function isIn(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map(quoted).join(", ")}]`
}

/** A value between quotes, from which it cannot step out. */
function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, "\\$&")}"`
}
