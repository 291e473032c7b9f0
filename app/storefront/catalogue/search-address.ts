/** The parameters of a search's address that are about what is found, in one order, so that one question has one address. */
const facets = ["category", "vendor", "option", "from", "to", "stock", "rating"] as const

export interface ChosenFilter {
  readonly name: string
  readonly value: string
}

export function chosenFilters(parameters: URLSearchParams): ChosenFilter[] {
  return facets.flatMap((name) =>
    parameters
      .getAll(name)
      .slice(0, 50)
      .filter((value) => value !== "")
      .map((value) => ({ name, value })),
  )
}

/** The address of the same question with something changed, on the page at `path`; the first of its pages unless it is told. */
export function searchAddress(
  parameters: URLSearchParams,
  { without, page, words }: { without?: ChosenFilter | "all"; page?: number; words?: string },
  path = "/search",
): string {
  const kept = new URLSearchParams()
  const q = words ?? parameters.get("q") ?? ""
  if (q !== "") kept.set("q", q)
  for (const filter of chosenFilters(parameters)) {
    if (without === "all" || (without && without.name === filter.name && without.value === filter.value)) continue
    kept.append(filter.name, filter.value)
  }
  const sort = parameters.get("sort")
  if (sort) kept.set("sort", sort)
  if (page !== undefined && page > 1) kept.set("page", String(page))
  const question = kept.toString()
  return question === "" ? path : `${path}?${question}`
}
