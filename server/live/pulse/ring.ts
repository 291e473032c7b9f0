/** Sums per slice of time, over the last so many slices; older ones are forgotten by themselves. */
export interface Ring {
  add(atMs: number, amount: bigint): void
  sum(nowMs: number): bigint
  /** Oldest first; the last one is the present slice. */
  list(nowMs: number): bigint[]
}

export function createRing(sliceMs: number, slices: number): Ring {
  const sums = new Array<bigint>(slices).fill(0n)
  const stamps = new Array<number>(slices).fill(-1)
  const read = (slice: number) => (stamps[slice % slices] === slice ? (sums[slice % slices] ?? 0n) : 0n)
  const list = (nowMs: number) => {
    const last = Math.floor(nowMs / sliceMs)
    return sums.map((_, i) => read(last - slices + 1 + i))
  }
  return {
    add(atMs, amount) {
      const slice = Math.floor(atMs / sliceMs)
      const place = slice % slices
      const stamp = stamps[place] ?? -1
      if (stamp > slice) return
      sums[place] = (stamp === slice ? (sums[place] ?? 0n) : 0n) + amount
      stamps[place] = slice
    },
    list,
    sum: (nowMs) => list(nowMs).reduce((a, b) => a + b, 0n),
  }
}
