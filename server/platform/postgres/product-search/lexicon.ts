import { lettersOf, leastSlips, slipsBetween } from "#server/kernel/words/distance.ts"
import { stemOf } from "#server/kernel/words/stem.ts"

/** Every term of a shop's index, with how many documents have it, for finding terms that are like a typed word. */
export interface Lexicon {
  /** 0: no document has it. Documents that were written anew are counted until the index is made anew. */
  countOf(term: string): number
  add(term: string, documents: number): void
  withStem(stem: string): readonly string[]
  beginningWith(beginning: string): readonly string[]
  /** Longer words whose last part has the stem. */
  endingWith(stem: string): readonly string[]
  /** Terms at most `most` slips away, the nearest and most frequent first; `isBeginning`: of which the word may be a beginning. */
  near(word: string, most: number, isBeginning: boolean): readonly { readonly term: string; readonly slips: number }[]
}

const leastHead = 3

export function createLexicon(language: string): Lexicon {
  const counts = new Map<string, number>()
  const stems = new Map<string, string[]>()
  let sorted: string[] = []
  let letters: number[] = []
  let isSorted = true

  function inOrder(): readonly string[] {
    if (!isSorted) {
      sorted = [...counts.keys()].sort()
      letters = sorted.map(lettersOf)
      isSorted = true
    }
    return sorted
  }

  function firstFrom(terms: readonly string[], wanted: string): number {
    let [low, high] = [0, terms.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((terms[middle] ?? "") < wanted) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    countOf: (term) => counts.get(term) ?? 0,
    add(term, documents) {
      const known = counts.get(term)
      counts.set(term, (known ?? 0) + documents)
      if (known !== undefined) return
      isSorted = false
      const stem = stemOf(term, language)
      const family = stems.get(stem)
      if (family) family.push(term)
      else stems.set(stem, [term])
    },
    withStem: (stem) => stems.get(stem) ?? [],
    beginningWith(beginning) {
      const terms = inOrder()
      const from = firstFrom(terms, beginning)
      let to = from
      while (to < terms.length && terms[to]?.startsWith(beginning)) to++
      return terms.slice(from, to)
    },
    endingWith(stem) {
      const found: string[] = []
      for (const [family, terms] of stems)
        if (family.length >= stem.length + leastHead && family.endsWith(stem)) found.push(...terms)
      return found
    },
    near(word, most, isBeginning) {
      const terms = inOrder()
      const bits = lettersOf(word)
      const found: { term: string; slips: number }[] = []
      terms.forEach((term, at) => {
        const difference = term.length - word.length
        if (difference < -most || (!isBeginning && difference > most)) return
        const theirs = letters[at] ?? 0
        if (leastSlips(bits, isBeginning ? bits & theirs : theirs) > most) return
        const { whole, beginning } = slipsBetween(word, term, most)
        const slips = isBeginning && term.length > word.length ? Math.min(whole, beginning + 0.5) : whole
        if (slips <= most + (isBeginning ? 0.5 : 0)) found.push({ term, slips })
      })
      const nearness = ({ term, slips }: { term: string; slips: number }) => slips + (term[0] === word[0] ? 0 : 0.3)
      return found.sort(
        (one, other) => nearness(one) - nearness(other) || (counts.get(other.term) ?? 0) - (counts.get(one.term) ?? 0),
      )
    },
  }
}
