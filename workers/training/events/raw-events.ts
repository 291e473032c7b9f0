export const eventKinds = ["view", "dwell", "cart", "purchase", "removal"] as const
export type EventKind = (typeof eventKinds)[number]

/** What happened, as columns; visitors and products are numbers from nought. */
export interface RawEvents {
  readonly visitor: Int32Array
  readonly product: Int32Array
  /** Index into `eventKinds`. */
  readonly kind: Uint8Array
  /** Milliseconds. */
  readonly at: Float64Array
  readonly visitors: number
  readonly products: number
}

/** Collects events one by one. What is of no known product is left out. */
export function collectEvents(productIds: readonly string[]) {
  const places = new Map(productIds.map((id, place) => [id, place]))
  const visitors = new Map<string, number>()
  const [visitor, product, kind, at]: [number[], number[], number[], number[]] = [[], [], [], []]
  return {
    add(visitorId: string, productId: string, of: EventKind, when: number): void {
      const place = places.get(productId)
      if (place === undefined) return
      const known = visitors.get(visitorId)
      const person = known ?? visitors.size
      if (known === undefined) visitors.set(visitorId, person)
      visitor.push(person)
      product.push(place)
      kind.push(eventKinds.indexOf(of))
      at.push(when)
    },
    done: (): RawEvents => ({
      visitor: Int32Array.from(visitor),
      product: Int32Array.from(product),
      kind: Uint8Array.from(kind),
      at: Float64Array.from(at),
      visitors: visitors.size,
      products: productIds.length,
    }),
  }
}
