import { type BoardSort, type BoardView, boardRows, type Takings } from "#server/messages/pulse.ts"

/** What the board knows of a shop besides its numbers. */
export interface ShopCaption {
  readonly tenantId: string
  readonly name: string
  readonly slug: string
  readonly status: string
  readonly currency: string
}

/** Figures that shops are ordered by as numbers. */
export type WeightSort = Exclude<BoardSort, "name" | "paid">

/** What is asked of a shop's figures to order it: of a thousand shops no more than that is looked at. */
export interface Scales {
  weigh(sort: WeightSort, tenantId: string): number
  takings(tenantId: string): Takings
  /** Alerts that are on. */
  alerts(tenantId: string): number
}

/** The shops of a view, in its order, on its page; ties by name and then id, so that lines do not change places without a reason. */
export function orderBoard(
  shops: Iterable<ShopCaption>,
  view: BoardView,
  scales: Scales,
): { readonly shown: readonly ShopCaption[]; readonly found: number } {
  const matching = [...shops].filter((shop) => isWanted(shop, view, scales))
  const sorted = view.sort === "paid" ? byTakings(matching, view, scales) : byWeight(matching, view, scales)
  const pages = Math.max(1, Math.ceil(sorted.length / boardRows))
  const from = (Math.min(view.page, pages) - 1) * boardRows
  return { shown: sorted.slice(from, from + boardRows), found: sorted.length }
}

function isWanted({ tenantId, name, slug, status }: ShopCaption, { text, state, alerts }: BoardView, scales: Scales): boolean {
  const wanted = text.trim().toLowerCase()
  return (
    (wanted === "" || name.toLowerCase().includes(wanted) || slug.includes(wanted)) &&
    (state === "all" || status === state) &&
    (!alerts || scales.alerts(tenantId) > 0)
  )
}

const byName = (a: ShopCaption, b: ShopCaption): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.tenantId < b.tenantId ? -1 : 1

function byWeight(shops: readonly ShopCaption[], { sort, down }: BoardView, scales: Scales): ShopCaption[] {
  const sign = down ? -1 : 1
  if (sort === "name" || sort === "paid") return [...shops].sort((a, b) => sign * byName(a, b))
  return shops
    .map((shop) => ({ shop, weight: scales.weigh(sort, shop.tenantId) }))
    .sort((a, b) => sign * (a.weight - b.weight) || byName(a.shop, b.shop))
    .map(({ shop }) => shop)
}

/** Amounts of two currencies cannot be compared: shops stay together by currency, and are ordered within it. Those without takings end or begin. */
function byTakings(shops: readonly ShopCaption[], { down }: BoardView, scales: Scales): ShopCaption[] {
  const sign = down ? -1 : 1
  return shops
    .map((shop) => ({ shop, taken: firstOf(scales.takings(shop.tenantId)) }))
    .sort(({ shop: a, taken: mine }, { shop: b, taken: theirs }) => {
      if (!mine || !theirs) return sign * ((mine ? 1 : 0) - (theirs ? 1 : 0)) || byName(a, b)
      if (mine.currency !== theirs.currency) return mine.currency < theirs.currency ? -1 : 1
      return sign * (mine.minor < theirs.minor ? -1 : mine.minor > theirs.minor ? 1 : 0) || byName(a, b)
    })
    .map(({ shop }) => shop)
}

function firstOf(paid: Takings): { currency: string; minor: bigint } | undefined {
  const [first] = Object.entries(paid)
  return first && { currency: first[0], minor: BigInt(first[1]) }
}
