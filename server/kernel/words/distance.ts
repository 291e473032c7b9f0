/** The letters of a word as bits: words whose bits differ much cannot be near each other. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 31)
  return bits
}

/** Slips between two words at least, by their letters alone. A slip changes at most two bits. */
export function leastSlips(a: number, b: number): number {
  let bits = a ^ b
  let count = 0
  while (bits !== 0) {
    bits &= bits - 1
    count++
  }
  return Math.ceil(count / 2)
}

export interface Slips {
  /** Between the two words. More than `most` says only that it is more. */
  readonly whole: number
  /** Between the typed word and the nearest beginning of the other. */
  readonly beginning: number
}

/**
 * Letters left out, added, exchanged, or swapped with their neighbour (optimal string alignment), over a band of `most` around the diagonal,
 * given up as soon as it cannot be met.
 */
export function slipsBetween(typed: string, word: string, most: number): Slips {
  const far = most + 1
  if (typed.length - word.length > most) return { whole: far, beginning: far }
  const width = Math.min(word.length, typed.length + most)
  let before: number[] = []
  let above = Array.from({ length: width + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row++) {
    const line = new Array<number>(width + 1).fill(far)
    if (row <= most) line[0] = row
    let least = line[0] ?? far
    for (let column = Math.max(1, row - most); column <= Math.min(width, row + most); column++) {
      const same = typed[row - 1] === word[column - 1] ? 0 : 1
      let slips = Math.min((above[column] ?? far) + 1, (line[column - 1] ?? far) + 1, (above[column - 1] ?? far) + same)
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1])
        slips = Math.min(slips, (before[column - 2] ?? far) + 1)
      line[column] = slips
      least = Math.min(least, slips)
    }
    if (least > most) return { whole: far, beginning: far }
    before = above
    above = line
  }
  const whole = word.length > width ? far : (above[width] ?? far)
  return { whole: Math.min(far, whole), beginning: Math.min(far, ...above) }
}
