import { z } from "zod"
import { pageNumber } from "#app/http/page-query.ts"
import { productSorts } from "#server/domain/catalog/index.ts"

const listQuery = z.object({
  sort: z.enum(productSorts).catch("newest"),
  page: pageNumber(),
})

export type ListQuery = z.infer<typeof listQuery>

/** Reads `?sort=&page=`; what makes no sense becomes the default, as a shopper would expect of an old link. */
export function readListQuery(request: Request): ListQuery {
  return listQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
}
