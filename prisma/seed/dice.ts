import { branded } from "#server/kernel/brand.ts"
import { type Id, type IdKind, idPrefixes } from "#server/kernel/ids.ts"

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

/** Chance that repeats: the same seed and stream name throw the same numbers. Not for secrets outside a demo world. */
export interface Dice {
  /** In [0, 1). */
  roll(): number
  /** Whole, both ends included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** In the shape of `newId`; `at` in milliseconds gives its place in time. */
  id<K extends IdKind>(kind: K, at: number): Id<K>
  token(): string
}

export function dice(seedNumber: number, stream: string): Dice {
  const roll = numbers(`${seedNumber}/${stream}`)
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1))
  const letters = (count: number) => {
    let text = ""
    for (let i = 0; i < count; i++) text += alphabet.charAt(Math.floor(roll() * 32))
    return text
  }
  return {
    roll,
    between,
    chance: (probability) => roll() < probability,
    pick: (from) => {
      const chosen = from[Math.floor(roll() * from.length)]
      if (chosen === undefined) throw new RangeError("nothing to pick from")
      return chosen
    },
    id: <K extends IdKind>(kind: K, at: number) => branded<Id<K>>(`${idPrefixes[kind]}_${timeText(at)}${letters(16)}`),
    token: () => letters(32),
  }
}

function timeText(at: number): string {
  let rest = Math.floor(at)
  let text = ""
  for (let i = 0; i < 10; i++) {
    text = alphabet.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

/** sfc32, seeded by the text: https://pracrand.sourceforge.net/RNG_engines.txt */
function numbers(text: string): () => number {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = 0xb7e15162
  let counter = 1
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x85ebca6b)
    b = Math.imul(b + (a >>> 13), 0xc2b2ae35)
    c = (c ^ (b >>> 16)) + text.charCodeAt(i) * 0x27d4eb2f
  }
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}
