import type { Lexicon } from "./lexicon.ts"
import type { Alternative, Group } from "./question.ts"
import type { Segment } from "./segment.ts"

/** What each document of a segment got for the words of a question. */
export interface Scores {
  readonly touched: readonly number[]
  readonly score: Float32Array
  /** How many of the required groups a document has. */
  readonly met: Uint8Array
}

/** Term numbers of one segment, by term. Kept beside the segment. */
export type TermNumbers = ReadonlyMap<string, number>

/** BM25 as far as the words go: `idf × impact`, the best alternative of each group, summed over the groups. */
export function scoreSegment(segment: Segment, numbers: TermNumbers, groups: readonly WeighedGroup[]): Scores {
  const size = segment.productIds.length
  const score = new Float32Array(size)
  const met = new Uint8Array(size)
  const touched: number[] = []
  const isTouched = new Uint8Array(size)
  const best = new Float32Array(size)
  for (const { alternatives, isRequired, idf } of groups) {
    const mine: number[] = []
    const take = (document: number, worth: number) => {
      const known = best[document] ?? 0
      if (known === 0) mine.push(document)
      if (worth > known) best[document] = worth
    }
    for (const alternative of alternatives) give(segment, numbers, alternative, take)
    for (const document of mine) {
      score[document] = (score[document] ?? 0) + idf * (best[document] ?? 0)
      best[document] = 0
      if (isRequired) met[document] = (met[document] ?? 0) + 1
      if (isTouched[document] === 0) {
        isTouched[document] = 1
        touched.push(document)
      }
    }
  }
  return { touched, score, met }
}

export interface WeighedGroup extends Group {
  readonly idf: number
}

export function weighed(groups: readonly Group[], lexicon: Lexicon, size: number): WeighedGroup[] {
  return groups.map((group) => {
    const having = group.alternatives.reduce((sum, { parts }) => sum + leastOf(parts, lexicon), 0)
    const count = Math.min(size, having)
    return { ...group, idf: Math.log(1 + (size - count + 0.5) / (count + 0.5)) }
  })
}

function leastOf(parts: Alternative["parts"], lexicon: Lexicon): number {
  return Math.min(...parts.map((terms) => terms.reduce((sum, term) => sum + lexicon.countOf(term), 0)))
}

function give(
  segment: Segment,
  numbers: TermNumbers,
  { parts, factor }: Alternative,
  take: (document: number, worth: number) => void,
): void {
  const [only = []] = parts
  if (parts.length === 1) {
    for (const term of only) each(segment, numbers, term, (document, impact) => take(document, (factor * impact) / 255))
    return
  }
  const having = new Map<number, { count: number; least: number }>()
  parts.forEach((terms, part) => {
    for (const term of terms)
      each(segment, numbers, term, (document, impact) => {
        const known = having.get(document) ?? { count: 0, least: 255 }
        if (known.count !== part) return
        having.set(document, { count: part + 1, least: Math.min(known.least, impact) })
      })
  })
  for (const [document, { count, least }] of having) if (count === parts.length) take(document, (factor * least) / 255)
}

function each(
  { starts, documents, impacts }: Segment,
  numbers: TermNumbers,
  term: string,
  run: (document: number, impact: number) => void,
): void {
  const number = numbers.get(term)
  if (number === undefined) return
  const end = starts[number + 1] ?? 0
  for (let at = starts[number] ?? 0; at < end; at++) run(documents[at] ?? 0, impacts[at] ?? 0)
}
