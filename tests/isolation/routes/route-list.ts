import type { RouteConfigEntry } from "@remix-run/route-config"
import routes from "#app/routes.ts"

export interface PageRoute {
  /** Site and address pattern, as the matrix names it. */
  readonly name: string
  readonly site: string
  readonly pattern: string
  /** The id by which a browser may ask for this route's data alone. */
  readonly id: string
}

/** Every address of the product, from the table that the server is built from. */
export function listRoutes(): PageRoute[] {
  return routes.flatMap((entry) => leaves(entry, entry.file.split("/")[0] ?? "", ""))
}

function leaves({ file, path = "", children, id }: RouteConfigEntry, site: string, above: string): PageRoute[] {
  const pattern = [above, path].filter((part) => part !== "").join("/")
  if (children && children.length > 0) return children.flatMap((child) => leaves(child, site, pattern))
  return [{ name: `${site} /${pattern}`, site, pattern: `/${pattern}`, id: id ?? file.replace(/\.tsx?$/, "") }]
}
