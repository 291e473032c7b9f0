export interface Ranked {
  readonly rank: number
  readonly productId: string
  readonly title: string
}

export interface BestOf {
  /** False: nothing of this rank can come in any more, so that it need not be made. */
  admits(rank: number): boolean
  offer(found: Ranked): void
  /** The highest rank first; the younger product where ranks are equal. */
  list(): Ranked[]
}

/** Keeps the `most` highest of any number: a heap with the lowest on top. */
export function bestOf(most: number): BestOf {
  const heap: Ranked[] = []
  const isLower = (one: Ranked, other: Ranked) =>
    one.rank < other.rank || (one.rank === other.rank && one.productId < other.productId)

  function sink(): void {
    let at = 0
    for (;;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        const [low, candidate] = [heap[least], heap[child]]
        if (low && candidate && isLower(candidate, low)) least = child
      }
      if (least === at) return
      swap(at, least)
      at = least
    }
  }

  function rise(): void {
    for (let at = heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      const [child, above] = [heap[at], heap[parent]]
      if (!child || !above || !isLower(child, above)) return
      swap(at, parent)
      at = parent
    }
  }

  function swap(one: number, other: number): void {
    const [first, second] = [heap[one], heap[other]]
    if (!first || !second) return
    heap[one] = second
    heap[other] = first
  }

  return {
    admits: (rank) => heap.length < most || rank >= (heap[0]?.rank ?? 0),
    offer(found) {
      const lowest = heap[0]
      if (heap.length < most) {
        heap.push(found)
        rise()
      } else if (lowest && isLower(lowest, found)) {
        heap[0] = found
        sink()
      }
    },
    list: () => heap.sort((one, other) => (isLower(one, other) ? 1 : -1)),
  }
}
