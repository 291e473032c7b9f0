import { tokensOf } from "#server/kernel/words/tokens.ts"
import type { Stretch } from "#server/ports/product-search.ts"

/** Where a text has one of the terms; neighbours and overlaps become one stretch. */
export function marksIn(text: string, terms: ReadonlySet<string>, language: string): Stretch[] {
  const marks: { from: number; to: number }[] = []
  const found = tokensOf(text, language).filter(({ term }) => terms.has(term))
  for (const { from, to } of found.sort((one, other) => one.from - other.from)) {
    const last = marks.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else marks.push({ from, to })
  }
  return marks
}
