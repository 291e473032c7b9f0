import { randomStream } from "#workers/training/tensors/random-stream.ts"
import type { RawEvents } from "#workers/training/events/raw-events.ts"

export interface MadeUpWish {
  readonly visitors: number
  readonly products: number
  readonly events: number
  readonly seed: number
}

const dimensions = 30
const kinds = [0, 0, 0, 0, 0, 0, 0, 2, 2, 3]
const monthMs = 30 * 86_400_000

/**
 * Made-up shoppers with real structure: each has a few of a dozen interests, each product serves a few; products differ in renown
 * (a power law), shoppers in how much they look around, and a fifth of all events are chance.
 */
export function madeUpEvents({ visitors, products, events, seed }: MadeUpWish): RawEvents {
  const random = randomStream(seed)
  const interests = Array.from({ length: dimensions }, () => ({ products: [] as number[], sums: [] as number[] }))
  const renown = Array.from({ length: products }, () => 1 / (1 + random() * products) ** 0.7)
  renown.forEach((fame, product) => {
    for (let serves = 0; serves < 2; serves++) {
      const interest = interests[Math.floor(random() * dimensions)]
      if (!interest) continue
      interest.products.push(product)
      interest.sums.push((interest.sums.at(-1) ?? 0) + fame)
    }
  })
  const activity = Array.from({ length: visitors }, () => (1 - random()) ** -0.6)
  const total = activity.reduce((sum, one) => sum + one, 0)
  const made = { visitor: [] as number[], product: [] as number[], kind: [] as number[], at: [] as number[] }
  activity.forEach((busy, visitor) => {
    const likes = Array.from({ length: 4 }, () => Math.floor(random() * dimensions))
    const count = Math.max(2, Math.round((busy / total) * events))
    let at = random() * monthMs
    for (let event = 0; event < count && made.at.length < events; event++) {
      const interest = interests[likes[Math.floor(random() ** 1.6 * likes.length)] ?? 0]
      const drawn = random() < 0.2 || !interest ? Math.floor(random() * products) : draw(interest, random())
      made.visitor.push(visitor)
      made.product.push(drawn)
      made.kind.push(kinds[Math.floor(random() * kinds.length)] ?? 0)
      made.at.push(at)
      at += random() * 3_600_000
    }
  })
  return {
    visitor: Int32Array.from(made.visitor),
    product: Int32Array.from(made.product),
    kind: Uint8Array.from(made.kind),
    at: Float64Array.from(made.at),
    visitors,
    products,
  }
}

function draw(
  { products, sums }: { readonly products: readonly number[]; readonly sums: readonly number[] },
  roll: number,
): number {
  const wanted = roll * (sums.at(-1) ?? 0)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return products[low] ?? 0
}
