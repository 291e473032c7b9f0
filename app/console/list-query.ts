import { z } from "zod"
import { pageNumber } from "#app/http/page-query.ts"

const listQuery = z.object({ q: z.string().trim().max(120).catch(""), page: pageNumber() })

/** Reads `?q=&page=` of a list that can be searched. */
export function readListQuery(request: Request): z.infer<typeof listQuery> {
  return listQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
}
