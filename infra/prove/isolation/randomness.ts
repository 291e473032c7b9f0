/** The same seed gives the same operations: a failure can be had again. */
export interface Randomness {
  /** Whole number from 0 to most - 1. */
  below(most: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
}

export function createRandomness(seed: number): Randomness {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    pick(list) {
      const found = list[below(list.length)]
      if (found === undefined) throw new Error("nothing to pick from")
      return found
    },
    chance: (share) => next() < share,
  }
}
