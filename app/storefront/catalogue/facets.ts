import type { LoaderFunctionArgs } from "@remix-run/node"
import { tenantOf } from "#app/http/tenant-of.ts"
import type { SearchFacets } from "#server/ports/product-search.ts"
import { findGoods, type PriceHint } from "./find-goods.ts"

/** The counts of a list as they travel: the bounds of its price as text only. */
export interface FacetsView {
  readonly facets: Omit<SearchFacets, "price">
  readonly price: PriceHint | null
}

const nothing = { categories: [], vendors: [], options: [], price: null, available: 0, ratings: [] }

/** What all products, or those of one category, can be narrowed by: fetched by pages that are the same for everybody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const shelf = new URL(request.url).searchParams.get("shelf")?.slice(0, 120)
  const { found, price } = await findGoods(tenantOf(context), new URLSearchParams(), shelf || undefined)
  const { price: _, ...facets } = found.facets ?? nothing
  const view: FacetsView = { facets, price }
  return Response.json(view, { headers: { "Cache-Control": "private, no-store" } })
}
