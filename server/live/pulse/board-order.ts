import { type BoardView, boardRows, type BoardSort, type ShopPulse, type Takings } from "#server/messages/pulse.ts"

/** What a shop weighs when shops are ordered by that; names and takings are compared otherwise. */
const weights: Readonly<Record<Exclude<BoardSort, "name" | "paid">, (shop: ShopPulse) => number>> = {
  alerts: ({ alerts, acknowledged }) => (alerts - acknowledged) * 1_000 + alerts,
  orders: ({ orders }) => orders,
  visitors: ({ visitors }) => visitors,
  "stock-outs": ({ stockOuts }) => stockOuts,
  refusals: ({ refusals }) => refusals,
  faults: ({ faults }) => faults,
  pages: ({ pagesP95Ms }) => pagesP95Ms ?? -1,
  jobs: ({ jobsP95Ms }) => jobsP95Ms ?? -1,
  depth: ({ queueDepth }) => queueDepth,
  age: ({ queueAgeMs }) => queueAgeMs,
  sockets: ({ sockets }) => sockets,
  held: ({ held }) => held,
}

/** The shops of a view, in its order, on its page; ties by name and then id, so that lines do not change places without a reason. */
export function orderBoard(shops: readonly ShopPulse[], view: BoardView): { shown: ShopPulse[]; found: number } {
  const wanted = view.text.trim().toLowerCase()
  const matching = shops.filter(
    (shop) =>
      (wanted === "" || shop.name.toLowerCase().includes(wanted) || shop.slug.includes(wanted)) &&
      (view.state === "all" || shop.status === view.state) &&
      (!view.alerts || shop.alerts > 0),
  )
  const compare = comparison(view)
  matching.sort((a, b) => compare(a, b) || byName(a, b) || (a.tenantId < b.tenantId ? -1 : 1))
  const pages = Math.max(1, Math.ceil(matching.length / boardRows))
  const from = (Math.min(view.page, pages) - 1) * boardRows
  return { shown: matching.slice(from, from + boardRows), found: matching.length }
}

type Compare = (a: ShopPulse, b: ShopPulse) => number

const byName: Compare = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

function comparison({ sort, down }: BoardView): Compare {
  const sign = down ? -1 : 1
  if (sort === "name") return (a, b) => sign * byName(a, b)
  if (sort === "paid") return byTakings(sign)
  const weight = weights[sort]
  return (a, b) => sign * (weight(a) - weight(b))
}

/** Amounts of two currencies cannot be compared: shops stay together by currency, and are ordered within it. Those without takings end or begin. */
function byTakings(sign: number): Compare {
  return (a, b) => {
    const [mine, theirs] = [firstOf(a.paid), firstOf(b.paid)]
    if (!mine || !theirs) return sign * ((mine ? 1 : 0) - (theirs ? 1 : 0))
    if (mine.currency !== theirs.currency) return mine.currency < theirs.currency ? -1 : 1
    return sign * (mine.minor < theirs.minor ? -1 : mine.minor > theirs.minor ? 1 : 0)
  }
}

function firstOf(paid: Takings): { currency: string; minor: bigint } | undefined {
  const [first] = Object.entries(paid)
  return first && { currency: first[0], minor: BigInt(first[1]) }
}
