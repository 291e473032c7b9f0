import type { Lexicon } from "./lexicon.ts"
import type { Alternative, Group, Synonyms } from "./question.ts"

const factors = { synonym: 0.75, slip: 0.5 } as const
const longestSlip = 8

/**
 * A run of a script without spaces, cut into pairs that this index has: those must all be there. The pairs across the cuts only lift, so
 * that the same words in another order are found behind.
 */
export function expandRun(lexicon: Lexicon, run: string, synonyms: Synonyms): Group[] {
  const characters = Array.from(run).slice(0, 40)
  const cut = bestCut(lexicon, characters)
  const isSynonym = synonyms.has(run)
  const slips = cut.every((term) => lexicon.countOf(term) > 0) ? [] : withoutOne(lexicon, characters)
  if (slips.length > 0 && !isSynonym) return [{ alternatives: slips, isRequired: true }]
  const required = cut.map((term): Group => ({ alternatives: [{ parts: [[term]], factor: 1 }], isRequired: true }))
  const across = characters.slice(1).flatMap((character, at): Group[] => {
    const pair = `${characters[at]}${character}`
    const isCounted = cut.includes(pair) || lexicon.countOf(pair) === 0
    return isCounted ? [] : [{ alternatives: [{ parts: [[pair]], factor: 0.5 }], isRequired: false }]
  })
  if (!isSynonym) return [...required, ...across]
  const others = (synonyms.get(run) ?? []).flat().map((other) => bestCut(lexicon, Array.from(other)).map((term) => [term]))
  const whole = { parts: cut.map((term) => [term]), factor: 1 }
  return [{ alternatives: [whole, ...others.map((parts) => ({ parts, factor: factors.synonym }))], isRequired: true }, ...across]
}

/** Something in the run is unknown: all but one of its characters, wherever that leaves only what is known. */
function withoutOne(lexicon: Lexicon, characters: readonly string[]): Alternative[] {
  if (characters.length < 3 || characters.length > longestSlip) return []
  return characters.flatMap((_, at): Alternative[] => {
    const rest = [characters.slice(0, at), characters.slice(at + 1)].flatMap((side) => bestCut(lexicon, side))
    const isKnown = rest.length > 0 && rest.every((term) => lexicon.countOf(term) > 0)
    return isKnown ? [{ parts: rest.map((term) => [term]), factor: factors.slip }] : []
  })
}

interface Cut {
  readonly terms: readonly string[]
  readonly worth: number
}

/** Pairs that are known, rather than single characters; what is known, rather than what is not. */
function bestCut(lexicon: Lexicon, characters: readonly string[]): readonly string[] {
  const cuts: Cut[] = [{ terms: [], worth: 0 }]
  characters.forEach((character, at) => {
    const single = extended(cuts[at], character, lexicon.countOf(character) > 0 ? 0.2 : -1)
    const pair = at === 0 ? undefined : `${characters[at - 1]}${character}`
    const known = pair === undefined ? 0 : lexicon.countOf(pair)
    const double = pair === undefined ? undefined : extended(cuts[at - 1], pair, known > 0 ? 2 + Math.log1p(known) / 20 : -2)
    cuts.push(double && double.worth >= single.worth ? double : single)
  })
  const terms = cuts.at(-1)?.terms ?? []
  // Nothing but single characters would find what shares them by chance.
  const isCrumbs = terms.length > 1 && terms.every((term) => Array.from(term).length === 1)
  return isCrumbs ? [terms.join("")] : terms
}

function extended(cut: Cut | undefined, term: string, worth: number): Cut {
  return { terms: [...(cut?.terms ?? []), term], worth: (cut?.worth ?? 0) + worth }
}
