import { stemOf } from "#server/kernel/words/stem.ts"
import type { Lexicon } from "./lexicon.ts"
import type { Alternative, Synonyms } from "./question.ts"

export interface SaidWord {
  readonly word: string
  readonly before: string | undefined
  readonly behind: string | undefined
  /** It may be half typed. */
  readonly isLast: boolean
}

export interface Tongue {
  readonly language: string
  readonly synonyms: Synonyms
}

/** How good each way of finding a word is beside the word as typed. */
const factors = { stem: 0.95, joined: 0.9, synonym: 0.75, compound: 0.7, split: 0.7, beginning: 0.6, slip: 0.6 } as const
const compounding: ReadonlySet<string> = new Set(["de", "nl", "sv", "da", "no"])
const links = ["", "s", "n", "en", "es"]
/** Of a beginning that very many terms have, those that most documents have. */
const mostBeginnings = 400
const mostSlips = 12

export function expandWord(
  lexicon: Lexicon,
  said: SaidWord,
  tongue: Tongue,
): { readonly alternatives: readonly Alternative[]; readonly correction?: string } {
  const { word, isLast } = said
  const { language } = tongue
  const own = inflected(lexicon, word, language)
  const found = [
    ...simple(
      own.filter((term) => term === word),
      1,
    ),
    ...simple(
      own.filter((term) => term !== word),
      factors.stem,
    ),
    ...joined(lexicon, said, language),
    ...synonymous(lexicon, word, tongue),
    ...(compounding.has(language) ? compounds(lexicon, word, language) : []),
  ]
  if (isLast || found.length === 0) found.push(...beginnings(lexicon, word))
  if (own.length === 0) found.push(...split(lexicon, word, language))
  if (found.length > 0) return { alternatives: found }
  return slips(lexicon, said)
}

function simple(terms: readonly string[], factor: number): Alternative[] {
  return terms.map((term) => ({ parts: [[term]], factor }))
}

/** The word and what shares its stem, as far as documents have it. */
function inflected(lexicon: Lexicon, word: string, language: string): readonly string[] {
  return [...new Set([word, ...lexicon.withStem(stemOf(word, language))])].filter((term) => lexicon.countOf(term) > 0)
}

/** "tea pot" for "teapot": the two words in one. */
function joined(lexicon: Lexicon, { word, before, behind }: SaidWord, language: string): Alternative[] {
  const wholes = [...(before ? [before + word] : []), ...(behind ? [word + behind] : [])]
  return wholes.flatMap((whole) => simple(inflected(lexicon, whole, language), factors.joined))
}

function synonymous(lexicon: Lexicon, word: string, { language, synonyms }: Tongue): Alternative[] {
  const others = synonyms.get(stemOf(word, language)) ?? []
  return others.flatMap((words): Alternative[] => {
    const parts = words.map((other) => [
      ...inflected(lexicon, other, language),
      ...(compounding.has(language) && words.length === 1 ? lexicon.endingWith(stemOf(other, language)) : []),
    ])
    return parts.every((terms) => terms.length > 0) ? [{ parts, factor: factors.synonym }] : []
  })
}

/** "Tasse" in "Espressotasse", "Leinen" in "Leinenschal". */
function compounds(lexicon: Lexicon, word: string, language: string): Alternative[] {
  const stem = stemOf(word, language)
  if (stem.length < 4) return []
  return simple(
    [...lexicon.endingWith(stem), ...lexicon.beginningWith(stem).filter((term) => term.length >= word.length + 3)],
    factors.compound,
  )
}

/** "Kaffeebecher", "campstool": two words of this index in one. */
function split(lexicon: Lexicon, word: string, language: string): Alternative[] {
  const found: Alternative[] = []
  for (let at = 3; at <= word.length - 3; at++) {
    const tails = partTerms(lexicon, word.slice(at), language)
    if (tails.length === 0) continue
    const heads = links.flatMap((link) => {
      const head = word.slice(0, at)
      if (!head.endsWith(link) || (link !== "" && !compounding.has(language))) return []
      return head.length - link.length >= 3 ? partTerms(lexicon, head.slice(0, head.length - link.length), language) : []
    })
    if (heads.length > 0) found.push({ parts: [[...new Set(heads)], tails], factor: factors.split })
  }
  return found
}

function partTerms(lexicon: Lexicon, part: string, language: string): readonly string[] {
  const own = inflected(lexicon, part, language)
  if (!compounding.has(language) || part.length < 4) return own
  return [...new Set([...own, ...lexicon.endingWith(stemOf(part, language))])]
}

function beginnings(lexicon: Lexicon, word: string): Alternative[] {
  const terms = lexicon.beginningWith(word).filter((term) => term !== word)
  const kept =
    terms.length <= mostBeginnings
      ? terms
      : [...terms].sort((one, other) => lexicon.countOf(other) - lexicon.countOf(one)).slice(0, mostBeginnings)
  return kept.map((term) => ({ parts: [[term]], factor: factors.beginning + (0.3 * word.length) / term.length }))
}

/** Nothing is like the word: what is nearest by letters. One slip from four letters, two from eight. */
function slips(lexicon: Lexicon, { word, isLast }: SaidWord): { alternatives: Alternative[]; correction?: string } {
  const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0
  if (most === 0 || /^\d+$/.test(word)) return { alternatives: [] }
  const near = lexicon.near(word, most, isLast && word.length >= 5).slice(0, mostSlips)
  const least = near[0]?.slips ?? 0
  const alternatives = near
    .filter(({ slips }) => slips <= least + 1)
    .map(({ term, slips }) => ({ parts: [[term]], factor: factors.slip / Math.max(1, slips) }))
  return near[0] ? { alternatives, correction: near[0].term } : { alternatives }
}
