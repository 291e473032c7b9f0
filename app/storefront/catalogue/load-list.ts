import type { LoaderFunctionArgs } from "@remix-run/node"
import { tenantOf } from "#app/http/tenant-of.ts"
import { listCategories, listProducts } from "#server/domain/catalog/index.ts"
import { surrogate } from "#server/kernel/tenant-keys.ts"
import { findGoods } from "./find-goods.ts"
import { readListQuery } from "./list-query.ts"
import { chosenFilters } from "./search-address.ts"

const perPage = 24

/**
 * A list as it is for everybody, kept until the shop changes; with filters, or `filter=1` for their counts, what the search finds, which is
 * not kept: the index follows a moment later than the events that drop kept pages.
 */
export async function loadList({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">, shelf?: string) {
  const ctx = tenantOf(context)
  const { sort, page } = readListQuery(request)
  const parameters = new URL(request.url).searchParams
  const isNarrowed = parameters.get("filter") === "1" || chosenFilters(parameters).length > 0
  if (isNarrowed) {
    parameters.delete("q")
    const [{ found, price }, categories] = await Promise.all([findGoods(ctx, parameters, shelf), listCategories(ctx)])
    return { list: null, found, price, categories, sort }
  }
  const [list, categories] = await Promise.all([
    listProducts(ctx, { ...(shelf === undefined ? {} : { categorySlug: shelf }), sort, page, perPage }),
    listCategories(ctx),
  ])
  context.cacheable([surrogate.shop(ctx.tenant.id)])
  return { list, found: null, price: null, categories, sort }
}

export type LoadedList = Awaited<ReturnType<typeof loadList>>
