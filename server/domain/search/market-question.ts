import { languages } from "#server/kernel/languages.ts"
import { stemOf } from "#server/kernel/words/stem.ts"
import { tokensOf } from "#server/kernel/words/tokens.ts"
import { isStopWord } from "#server/kernel/words/words-of-language.ts"

const spoken = [...languages, "fr"]
const mostTerms = 16

export interface MarketWords {
  /** For `to_tsquery`. Empty: nothing to look for. */
  readonly query: string
  /** As typed, letters and digits only, for comparing by letters. */
  readonly letters: string
}

/**
 * Words for shops of every language: a document has to have all of them as one of the languages reads them, each by its beginning or its
 * stem. Only letters and digits are left, so nothing in them can steer the query.
 */
export function marketWords(text: string): MarketWords {
  const typed = text.slice(0, 120)
  const queries = spoken.map((language) => queryIn(typed, language)).filter((query) => query !== "")
  const letters = tokensOf(typed, "")
    .filter(({ isRun }) => !isRun)
    .map(({ term }) => term)
    .join(" ")
  return { query: [...new Set(queries)].map((query) => `(${query})`).join(" | "), letters }
}

function queryIn(typed: string, language: string): string {
  const tokens = tokensOf(typed, language).slice(0, mostTerms)
  const heard = tokens.filter(({ term }) => !isStopWord(term, language))
  const isAlone = tokens.length === 1
  return (heard.length > 0 ? heard : tokens)
    .filter(({ term, isRun }) => !isRun || isAlone || Array.from(term).length === 2)
    .map(({ term, isRun }) => (isRun ? `'${term}'` : `('${term}':* | '${stemOf(term, language)}')`))
    .join(" & ")
}
