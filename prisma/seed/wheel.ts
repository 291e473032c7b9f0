import type { Dice } from "./dice.ts"

/** Draws with unequal chances, in logarithmic time. */
export function wheel<T>(items: readonly T[], weightOf: (item: T) => number): (dice: Dice) => T {
  const ends: number[] = []
  let sum = 0
  for (const item of items) {
    sum += Math.max(0, weightOf(item))
    ends.push(sum)
  }
  return (dice) => {
    const spot = dice.roll() * sum
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > spot) high = middle
      else low = middle + 1
    }
    const chosen = items[low]
    if (chosen === undefined) throw new RangeError("nothing to draw from")
    return chosen
  }
}
