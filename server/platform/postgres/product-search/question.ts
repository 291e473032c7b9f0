import { type Token, piecesOf } from "#server/kernel/words/tokens.ts"
import { commonSynonyms, isStopWord } from "#server/kernel/words/words-of-language.ts"
import { foldWord } from "#server/kernel/words/fold.ts"
import { stemOf } from "#server/kernel/words/stem.ts"
import type { SearchTuning, Synonym } from "#server/ports/product-search.ts"
import { expandRun } from "./expand-run.ts"
import { expandWord } from "./expand-word.ts"
import type { Lexicon } from "./lexicon.ts"

/** One way to say a word: every part must be there, each as any of its terms. `factor` is how good it is beside the word itself. */
export interface Alternative {
  readonly parts: readonly (readonly string[])[]
  readonly factor: number
}

/** What one typed word asks for. */
export interface Group {
  readonly alternatives: readonly Alternative[]
  /** Documents without it are no answer; one that is not required only lifts. */
  readonly isRequired: boolean
}

export interface Question {
  readonly groups: readonly Group[]
  readonly correction: string | null
}

const mostWords = 10
const longestQuestion = 200

/** What a person typed, as terms of this index. At most ten words of the first 200 characters count; nothing in them is an instruction. */
export function readQuestion(lexicon: Lexicon, text: string, tuning: SearchTuning): Question {
  const { language } = tuning
  const typed = text.slice(0, longestQuestion).normalize("NFC")
  const pieces = piecesOf(typed, language).slice(0, mostWords)
  const own = new Set(tuning.stopWords.map((word) => foldWord(word, language)))
  const isLast = (piece: Token) => piece.to >= typed.trimEnd().length
  const spoken = pieces.filter(({ term }) => !own.has(term) && !isStopWord(term, language))
  const words = spoken.length > 0 ? spoken : pieces
  const synonyms = synonymsBy(language, [...tuning.synonyms, ...commonSynonyms(language)])
  const corrections = new Map<Token, string>()

  const groups = words.flatMap((piece, at): Group[] => {
    if (piece.isRun) return expandRun(lexicon, piece.term, synonyms)
    const neighbours = [words[at - 1], words[at + 1]].map((word) => (word && !word.isRun ? word.term : undefined))
    const said = {
      word: piece.term,
      before: neighbours[0],
      behind: neighbours[1],
      isLast: at === words.length - 1 && isLast(piece),
    }
    const { alternatives, correction } = expandWord(lexicon, said, { language, synonyms })
    if (correction !== undefined) corrections.set(piece, correction)
    return [{ alternatives, isRequired: true }]
  })
  return { groups, correction: corrections.size > 0 ? corrected(typed, pieces, corrections) : null }
}

function corrected(typed: string, pieces: readonly Token[], corrections: ReadonlyMap<Token, string>): string {
  return pieces.map((piece) => corrections.get(piece) ?? typed.slice(piece.from, piece.to)).join(" ")
}

/** Other words, each as its parts, by the stems of a word joined by blanks. */
export type Synonyms = ReadonlyMap<string, readonly (readonly string[])[]>

function synonymsBy(language: string, groups: readonly Synonym[]): Synonyms {
  const found = new Map<string, (readonly string[])[]>()
  const partsOf = (words: string) => piecesOf(words, language).map(({ term }) => term)
  const add = (word: readonly string[], others: readonly (readonly string[])[]) => {
    const key = word.map((part) => stemOf(part, language)).join(" ")
    found.set(key, [...(found.get(key) ?? []), ...others.filter((other) => other.length > 0)])
  }
  for (const group of groups) {
    if ("from" in group) {
      add(partsOf(group.from), group.to.map(partsOf))
      continue
    }
    const words = group.map(partsOf)
    for (const [at, word] of words.entries())
      add(
        word,
        words.filter((_, place) => place !== at),
      )
  }
  return found
}
