import type { SiteName } from "#server/http/hosts/site.ts"

interface CommonPath {
  readonly path: RegExp
  /** The query that the page reads; everything else is not part of its address. */
  readonly query: readonly string[]
  /** With any of these it is somebody's own. */
  readonly own?: readonly string[]
}

const filters = ["filter", "category", "vendor", "option", "from", "to", "stock", "rating"]

/** Pages that are the same for everyone who asks in one language. They are rendered for a stranger, whoever asks. */
const commonPaths: Readonly<Partial<Record<SiteName, readonly CommonPath[]>>> = {
  storefront: [
    { path: /^\/$/, query: [] },
    { path: /^\/products$/, query: ["page", "sort"], own: filters },
    { path: /^\/categories\/[\w-]+$/, query: ["page", "sort"], own: filters },
    { path: /^\/products\/[\w-]+$/, query: [] },
  ],
  market: [
    { path: /^\/$/, query: [] },
    { path: /^\/shops$/, query: [] },
  ],
}

/** Path and query in their one spelling; `undefined` when the page is not common. `/products.data` is the data of `/products`. */
export function commonAddress(site: SiteName, target: string, routeIds: ReadonlySet<string>): string | undefined {
  const question = target.indexOf("?")
  const path = question < 0 ? target : target.slice(0, question)
  if (path.length > 200) return undefined
  const page = path.endsWith(".data") ? path.slice(0, -5).replace(/^\/_root$/, "/") : path
  const common = commonPaths[site]?.find((candidate) => candidate.path.test(page))
  if (!common) return undefined
  if (question < 0) return path
  const given = new URLSearchParams(target.slice(question))
  if (common.own?.some((name) => given.getAll(name).some((value) => value !== ""))) return undefined
  return path + queryOf(given, common, page === path ? undefined : routeIds)
}

function queryOf(given: URLSearchParams, common: CommonPath, routeIds: ReadonlySet<string> | undefined): string {
  const kept = new URLSearchParams()
  for (const name of common.query) {
    const value = given.get(name)
    if (value !== null && value !== "" && value.length <= 80) kept.set(name, value)
  }
  const routes = given.get("_routes")?.split(",")
  if (routeIds && routes?.every((id) => routeIds.has(id))) kept.set("_routes", [...new Set(routes)].sort().join(","))
  const text = kept.toString()
  return text === "" ? "" : `?${text}`
}
