/** What the platform's admins see move. Free of schema libraries: the browser loads this file. */

/** In the place of a tenant's id: what belongs to no shop (the market, the console, the admin's own pages), and all shops together. */
export const itself = "platform"
export const everyone = "all"

/** Minor units by currency; amounts of different currencies are never added. */
export type Takings = Readonly<Record<string, string>>

/** Over the last minute, or as it stands now. */
export interface Figures {
  readonly orders: number
  readonly paid: Takings
  readonly stockOuts: number
  readonly refusals: number
  readonly faults: number
  /** How many were served or run in the last minute, and what 95 of 100 stayed below; null: none was. */
  readonly pages: number
  readonly pagesP95Ms: number | null
  readonly jobs: number
  readonly jobsP95Ms: number | null
  readonly visitors: number
  readonly sockets: number
  /** Reservations that are held. */
  readonly held: number
  /** Jobs that are due and not done, and since when the oldest of them is. */
  readonly queueDepth: number
  readonly queueAgeMs: number
}

/** One shop on the board. */
export interface ShopPulse extends Figures {
  readonly tenantId: string
  readonly name: string
  readonly slug: string
  readonly status: string
  readonly currency: string
  /** Alerts that are on; of them, acknowledged. */
  readonly alerts: number
  readonly acknowledged: number
  /** Orders of the last 60 minutes, oldest first, a digit of base 36 each, the highest of them "z": for drawing. */
  readonly trend: string
}

/** One minute of a shop, or of `everyone`, as it is kept for an hour and a little longer. */
export interface Minute extends Figures {
  /** When it began, in milliseconds. */
  readonly at: number
  readonly settled: number
  readonly failed: number
}

/** Names a minute among those of all shops. */
export const minuteKey = (tenantId: string, at: number): string => [tenantId, at].join(" ")

export const alertKinds = ["error-rate", "queue-age", "payment-failures"] as const
export type AlertKind = (typeof alertKinds)[number]

export const boardSorts = [
  "name",
  "alerts",
  "orders",
  "paid",
  "visitors",
  "stock-outs",
  "refusals",
  "faults",
  "pages",
  "jobs",
  "depth",
  "age",
  "sockets",
  "held",
] as const
export type BoardSort = (typeof boardSorts)[number]

export const boardStates = ["all", "active", "suspended"] as const
export type BoardState = (typeof boardStates)[number]

/** Which shops an admin looks at, and in which order. */
export interface BoardView {
  readonly sort: BoardSort
  readonly down: boolean
  /** Part of a name or address. */
  readonly text: string
  readonly state: BoardState
  /** Only shops with an alert that is on. */
  readonly alerts: boolean
  /** From 1. */
  readonly page: number
}

export const boardRows = 25
export const plainView: BoardView = { sort: "orders", down: true, text: "", state: "all", alerts: false, page: 1 }

/** Equal views have equal keys. */
export function viewKey({ sort, down, text, state, alerts, page }: BoardView): string {
  return [sort, down ? "down" : "up", state, alerts ? "alerts" : "", page, text.trim().toLowerCase()].join(" ")
}

/** The shops of one view, and all of them together. Their lines travel by themselves, each when it changes. */
export interface BoardPage {
  readonly at: number
  /** In the view's order. */
  readonly shops: readonly string[]
  /** How many the view finds, on all its pages. */
  readonly found: number
  readonly totals: Figures
  readonly activeShops: number
  readonly alerts: number
  readonly acknowledged: number
  /** How long ago a worker told of the queues; null: not lately. */
  readonly workersSilentMs: number | null
}
