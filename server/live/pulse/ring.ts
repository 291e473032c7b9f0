/** Sums per slice of time over the last so many slices; older ones are forgotten by themselves. Reading the sum costs the same however many there are. */
export interface Ring<A> {
  /** What lies before the oldest slice changes nothing. */
  add(atMs: number, amount: A): void
  sum(nowMs: number): A
  /** Oldest first; the last one is the present slice. */
  list(nowMs: number): A[]
}

interface Arithmetic<A> {
  readonly zero: A
  plus(a: A, b: A): A
  minus(a: A, b: A): A
}

const numbers: Arithmetic<number> = { zero: 0, plus: (a, b) => a + b, minus: (a, b) => a - b }
const bigints: Arithmetic<bigint> = { zero: 0n, plus: (a, b) => a + b, minus: (a, b) => a - b }

export const countRing = (sliceMs: number, slices: number): Ring<number> => createRing(sliceMs, slices, numbers)
export const amountRing = (sliceMs: number, slices: number): Ring<bigint> => createRing(sliceMs, slices, bigints)

function createRing<A>(sliceMs: number, slices: number, { zero, plus, minus }: Arithmetic<A>): Ring<A> {
  const sums = new Array<A>(slices).fill(zero)
  let newest = -1
  let total = zero
  const at = (slice: number): A => sums[slice % slices] ?? zero
  const advance = (slice: number) => {
    for (let next = Math.max(newest + 1, slice - slices + 1); next <= slice; next++) {
      total = minus(total, at(next))
      sums[next % slices] = zero
    }
    newest = Math.max(newest, slice)
  }
  return {
    add(atMs, amount) {
      const slice = Math.floor(atMs / sliceMs)
      advance(slice)
      if (slice <= newest - slices) return
      sums[slice % slices] = plus(at(slice), amount)
      total = plus(total, amount)
    },
    sum(nowMs) {
      advance(Math.floor(nowMs / sliceMs))
      return total
    },
    list(nowMs) {
      advance(Math.floor(nowMs / sliceMs))
      return sums.map((_, place) => at(newest + 1 + place))
    },
  }
}
