import type { LevelMatrix } from "#workers/training/tensors/level-matrix.ts"
import { byVisitor } from "./events.ts"
import { eventKinds, type RawEvents } from "./raw-events.ts"

const dayMs = 86_400_000
const mostPerBasket = 40
const chosen = new Set([eventKinds.indexOf("cart"), eventKinds.indexOf("purchase")])

/**
 * What somebody put into the cart or bought on one day; where the shop's events hardly know either, what they looked at.
 * `counts` says which pairs of visitor and product may be used.
 */
export function basketsOf(raw: RawEvents, counts: (visitor: number, product: number) => boolean = () => true): LevelMatrix {
  const bought = raw.kind.reduce((sum, kind) => sum + (chosen.has(kind) ? 1 : 0), 0)
  const isShop = bought >= raw.kind.length / 100 && bought > 0
  const baskets = new Map<number, Set<number>>()
  const start: number[] = [0]
  const column: number[] = []
  let person = -1
  const close = () => {
    for (const products of baskets.values()) {
      if (products.size < 2 || products.size > mostPerBasket) continue
      for (const product of products) column.push(product)
      start.push(column.length)
    }
    baskets.clear()
  }
  for (const event of byVisitor(raw)) {
    const visitor = raw.visitor[event] ?? 0
    const product = raw.product[event] ?? 0
    if (visitor !== person) close()
    person = visitor
    if ((isShop && !chosen.has(raw.kind[event] ?? 0)) || !counts(visitor, product)) continue
    const day = Math.floor((raw.at[event] ?? 0) / dayMs)
    const basket = baskets.get(day)
    if (basket) basket.add(product)
    else baskets.set(day, new Set([product]))
  }
  close()
  return {
    rows: start.length - 1,
    columns: raw.products,
    levels: [1],
    start: Int32Array.from(start),
    column: Int32Array.from(column),
    level: new Uint8Array(column.length),
  }
}
