import type { LevelMatrix } from "#workers/training/tensors/level-matrix.ts"
import { type EventKind, eventKinds, type RawEvents } from "./raw-events.ts"

/** Visitors by products; each visitor's entries in the order in which they met the products. */
export interface Events {
  readonly matrix: LevelMatrix
  /** When the visitor first met the product, by entry. */
  readonly at: Float64Array
  readonly newestAt: number
  /** Which visitor a row is. */
  readonly visitor: Int32Array
  /** Visitors that no person can be, left out as a whole. */
  readonly bots: number
}

const levels = [0.5, 1, 1.5, 2, 3] as const
const worth: { readonly [K in EventKind]: number } = { view: 1, dwell: 1.5, cart: 2, purchase: 3, removal: 0.5 }
const worthOf = eventKinds.map((kind) => worth[kind])
const removal = eventKinds.indexOf("removal")

const halfLifeMs = 180 * 86_400_000
/** More than this many events, and more than this many per product: nobody shops like that. */
const mostEvents = 5_000
/** Of one visitor the newest: who looks at everything says little about anything. */
const mostProducts = 400

interface Met {
  firstAt: number
  lastAt: number
  worth: number
}

/** One entry per visitor and product, worth what was done at most, and less with age. A repeat counts for nothing more. */
export function eventsOf(raw: RawEvents): Events {
  const order = byVisitor(raw)
  const newestAt = raw.at.reduce((newest, at) => Math.max(newest, at), 0)
  const start: number[] = [0]
  const visitor: number[] = []
  const [column, level, at]: [number[], number[], number[]] = [[], [], []]
  let bots = 0
  for (let from = 0; from < order.length; ) {
    const person = raw.visitor[order[from] ?? 0] ?? 0
    let to = from + 1
    while (to < order.length && raw.visitor[order[to] ?? 0] === person) to++
    if (to - from > mostEvents) bots++
    else {
      const met = [...meetings(raw, order.subarray(from, to))].sort(([, a], [, b]) => a.firstAt - b.firstAt)
      for (const [product, { firstAt, lastAt, worth }] of met.slice(-mostProducts)) {
        column.push(product)
        level.push(nearestLevel(worth * 2 ** (-(newestAt - lastAt) / halfLifeMs)))
        at.push(firstAt)
      }
      start.push(column.length)
      visitor.push(person)
    }
    from = to
  }
  const matrix = {
    rows: start.length - 1,
    columns: raw.products,
    levels,
    start: Int32Array.from(start),
    column: Int32Array.from(column),
    level: Uint8Array.from(level),
  }
  return { matrix, at: Float64Array.from(at), newestAt, visitor: Int32Array.from(visitor), bots }
}

function meetings(raw: RawEvents, events: Int32Array): Map<number, Met> {
  const met = new Map<number, Met>()
  for (const event of events) {
    const product = raw.product[event] ?? 0
    const kind = raw.kind[event] ?? 0
    const at = raw.at[event] ?? 0
    const known = met.get(product)
    const value = worthOf[kind] ?? 1
    if (!known) met.set(product, { firstAt: at, lastAt: at, worth: value })
    else {
      known.firstAt = Math.min(known.firstAt, at)
      known.lastAt = Math.max(known.lastAt, at)
      known.worth = kind === removal ? Math.min(known.worth, value) : Math.max(known.worth, value)
    }
  }
  return met
}

/** Places of the events, visitor after visitor, each one's in the order given. */
export function byVisitor({ visitor, visitors }: Pick<RawEvents, "visitor" | "visitors">): Int32Array {
  const next = new Int32Array(visitors + 1)
  for (const person of visitor) next[person + 1] = (next[person + 1] ?? 0) + 1
  for (let person = 0; person < visitors; person++) next[person + 1] = (next[person + 1] ?? 0) + (next[person] ?? 0)
  const order = new Int32Array(visitor.length)
  visitor.forEach((person, event) => {
    const place = next[person] ?? 0
    order[place] = event
    next[person] = place + 1
  })
  return order
}

function nearestLevel(value: number): number {
  let best = 0
  levels.forEach((level, at) => {
    if (Math.abs(level - value) < Math.abs((levels[best] ?? 0) - value)) best = at
  })
  return best
}
