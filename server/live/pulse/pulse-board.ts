import { type LoggedEvent, isEvent } from "#server/messages/events.ts"
import { type BoardPage, type BoardView, everyone, itself, type ShopPulse } from "#server/messages/pulse.ts"
import { createLogHistogram } from "#server/kernel/log-histogram.ts"
import type { Readings, Sample, ShopReading } from "#server/platform/pulse/sample.ts"
import { orderBoard, type Scales, type ShopCaption, type WeightSort } from "./board-order.ts"
import { createShopLine, type LineSort, type ShopLine } from "./shop-line.ts"
import { createStandings } from "#server/platform/pulse/standings.ts"

export interface OpenAlert {
  readonly tenantId: string
  readonly acknowledged: boolean
}

export interface PulseBoard {
  /** A shop is on the board from its first caption on. */
  caption(shop: ShopCaption): void
  event(event: LoggedEvent): void
  order(tenantId: string, atMs: number, count: number): void
  paid(tenantId: string, atMs: number, currency: string, minor: bigint): void
  stockOut(tenantId: string, atMs: number, count: number): void
  sample(sample: Sample): void
  /** All that are on; those of before are forgotten. */
  alerts(open: readonly OpenAlert[]): void
  shopIds(): Iterable<string>
  page(view: BoardView, nowMs: number): { readonly page: BoardPage; readonly shops: readonly ShopPulse[] }
  /** `everyone` and `itself` are shops here, too. */
  shop(tenantId: string, nowMs: number): ShopPulse | undefined
}

/** The platform's numbers in memory: what the log tells as it happens, what the processes measured as they say it. */
export function createPulseBoard(): PulseBoard {
  const captions = new Map<string, ShopCaption>()
  const lines = new Map<string, ShopLine>()
  const standings = createStandings()
  let alerts = countAlerts([])
  const whole = createShopLine()
  const lineOf = (tenantId: string): ShopLine => {
    const line = lines.get(tenantId) ?? createShopLine()
    lines.set(tenantId, line)
    return line
  }
  const both = (tenantId: string, tell: (line: ShopLine) => void) => {
    tell(lineOf(tenantId))
    tell(whole)
  }
  const board: Pick<PulseBoard, "order" | "paid" | "stockOut"> = {
    order: (tenantId, atMs, count) => both(tenantId, (line) => line.order(atMs, count)),
    paid: (tenantId, atMs, currency, minor) => both(tenantId, (line) => line.paid(atMs, currency, minor)),
    stockOut: (tenantId, atMs, count) => both(tenantId, (line) => line.stockOut(atMs, count)),
  }
  const pulseOf = (caption: ShopCaption, nowMs: number): ShopPulse => {
    const isWhole = caption.tenantId === everyone
    const line = isWhole ? whole : lineOf(caption.tenantId)
    const standing = isWhole ? standings.whole() : standings.of(caption.tenantId)
    const trend = drawn(line.orderHistory(nowMs))
    return { ...caption, ...line.figures(nowMs, standing), ...alerts.of(caption.tenantId), trend }
  }
  const scalesAt = (nowMs: number): Scales => ({
    alerts: (tenantId) => alerts.of(tenantId).alerts,
    takings: (tenantId) => lines.get(tenantId)?.takings(nowMs) ?? {},
    weigh(sort, tenantId) {
      if (isLineSort(sort)) return lines.get(tenantId)?.weigh[sort](nowMs) ?? (sort === "pages" || sort === "jobs" ? -1 : 0)
      const { alerts: on, acknowledged } = alerts.of(tenantId)
      return sort === "alerts" ? (on - acknowledged) * 1_000 + on : standings.of(tenantId)[standingKeys[sort]]
    },
  })
  return {
    ...board,
    caption: (shop) => void captions.set(shop.tenantId, shop),
    event: (event) => takeEvent(board, event),
    sample(sample) {
      standings.take(sample)
      if (!("readings" in sample.body)) return
      const atMs = sample.at.getTime()
      for (const [tenantId, reading] of Object.entries(sample.body.readings)) lineOf(tenantId).reading(atMs, reading)
      whole.reading(atMs, sumOf(sample.body.readings))
    },
    alerts(open) {
      alerts = countAlerts(open)
    },
    shopIds: () => captions.keys(),
    page(view, nowMs) {
      standings.forget(nowMs)
      const { shown, found } = orderBoard(captions.values(), view, scalesAt(nowMs))
      const page: BoardPage = {
        at: nowMs,
        shops: shown.map(({ tenantId }) => tenantId),
        found,
        totals: whole.figures(nowMs, standings.whole()),
        activeShops: [...captions.values()].filter(({ status }) => status === "active").length,
        ...alerts.of(everyone),
        workersSilentMs: standings.silentMs(nowMs),
      }
      return { page, shops: shown.map((caption) => pulseOf(caption, nowMs)) }
    },
    shop(tenantId, nowMs) {
      standings.forget(nowMs)
      const caption = namelessCaptions.get(tenantId) ?? captions.get(tenantId)
      return caption && pulseOf(caption, nowMs)
    },
  }
}

const standingKeys = { visitors: "visitors", sockets: "sockets", held: "held", depth: "queueDepth", age: "queueAgeMs" } as const
const lineSorts: ReadonlySet<string> = new Set<LineSort>(["orders", "stock-outs", "refusals", "faults", "pages", "jobs"])

function isLineSort(sort: WeightSort): sort is LineSort {
  return lineSorts.has(sort)
}

const nameless = { name: "", slug: "", status: "active", currency: "" }
const namelessCaptions: ReadonlyMap<string, ShopCaption> = new Map(
  [everyone, itself].map((tenantId) => [tenantId, { tenantId, ...nameless }]),
)

function takeEvent(board: Pick<PulseBoard, "order" | "paid" | "stockOut">, event: LoggedEvent): void {
  const at = event.at.getTime()
  if (isEvent(event, "order.placed")) board.order(event.tenantId, at, 1)
  else if (isEvent(event, "order.confirmed"))
    board.paid(event.tenantId, at, event.payload.currency, BigInt(event.payload.totalMinor))
  else if (isEvent(event, "stock.moved") && event.payload.free <= 0) board.stockOut(event.tenantId, at, 1)
}

/** A sample's shops as one. */
function sumOf(readings: Readings): ShopReading {
  const [pages, jobs] = [createLogHistogram(), createLogHistogram()]
  let refusals = 0
  let faults = 0
  for (const reading of Object.values(readings)) {
    refusals += reading.refusals ?? 0
    faults += reading.faults ?? 0
    if (reading.pages) pages.merge(reading.pages)
    if (reading.jobs) jobs.merge(reading.jobs)
  }
  return { refusals, faults, pages: pages.slots(), jobs: jobs.slots() }
}

function countAlerts(open: readonly OpenAlert[]) {
  const none = { alerts: 0, acknowledged: 0 }
  const counts = new Map<string, typeof none>()
  for (const { tenantId, acknowledged } of open)
    for (const key of [tenantId, everyone]) {
      const before = counts.get(key) ?? none
      counts.set(key, { alerts: before.alerts + 1, acknowledged: before.acknowledged + (acknowledged ? 1 : 0) })
    }
  return { of: (tenantId: string) => counts.get(tenantId) ?? none }
}

/** A digit of base 36 per value, the highest of them "z": enough to draw a line a finger high. */
function drawn(values: readonly number[]): string {
  const top = Math.max(1, ...values)
  return values.map((value) => Math.ceil((value / top) * 35).toString(36)).join("")
}
