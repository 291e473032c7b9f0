import type { JudgedQuery } from "./judged.ts"

export interface Measured {
  readonly query: JudgedQuery
  readonly recall: number
  /** One over the place of the first wanted product among ten; nothing when it is further behind. */
  readonly reciprocalRank: number
  readonly missing: readonly string[]
}

/** Recall among the first ten, of those that have room there, and the reciprocal rank of the first that is wanted. */
export function measured(query: JudgedQuery, answered: readonly string[]): Measured {
  const shown = answered.slice(0, 10)
  const missing = query.wanted.filter((slug) => !shown.includes(slug))
  const first = shown.findIndex((slug) => query.wanted.includes(slug))
  return {
    query,
    recall: (query.wanted.length - missing.length) / Math.min(10, query.wanted.length),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    missing,
  }
}

export function meanOf(numbers: readonly number[]): number {
  return numbers.length === 0
    ? 0
    : Math.round((numbers.reduce((sum, number) => sum + number, 0) / numbers.length) * 1_000) / 1_000
}
