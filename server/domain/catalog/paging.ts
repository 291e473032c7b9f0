/** One page of a longer list. `page` counts from 1; there is always at least one page. */
export interface Paging {
  readonly total: number
  readonly page: number
  readonly pages: number
}

export interface PageWish {
  readonly page?: number
  readonly perPage?: number
}

const mostPerPage = 48

/** Cuts what was asked for to what may be asked: whole, positive, at most 48 to a page. */
export function pageWindow({ page = 1, perPage = 24 }: PageWish): { page: number; limit: number; offset: number } {
  const limit = within(perPage, 1, mostPerPage)
  const first = within(page, 1, 10_000)
  return { page: first, limit, offset: (first - 1) * limit }
}

export function pagingOf(total: number, page: number, limit: number): Paging {
  return { total, page, pages: Math.max(1, Math.ceil(total / limit)) }
}

function within(n: number, least: number, most: number): number {
  return Number.isFinite(n) ? Math.min(most, Math.max(least, Math.trunc(n))) : least
}
