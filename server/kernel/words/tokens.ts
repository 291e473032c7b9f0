import { foldWord } from "./fold.ts"

export interface Token {
  readonly term: string
  /** In the text as given, from before the first character to behind the last. */
  readonly from: number
  readonly to: number
  /** A stretch of a script that is written without spaces: its single characters and pairs. */
  readonly isRun: boolean
}

const run = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々"
const pieces = new RegExp(`[${run}]+|(?:(?![${run}])[\\p{L}\\p{N}\\p{M}])+`, "gu")
const startsRun = new RegExp(`^[${run}]`, "u")
const elision = /^(l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu)$/i
const longestText = 20_000
const longestWord = 40

/** What stands between blanks and signs: words folded, runs whole. At most 20,000 characters are read, and 40 of a word. */
export function piecesOf(text: string, language: string): Token[] {
  const read = text.slice(0, longestText)
  const found: Token[] = []
  for (const match of read.matchAll(pieces)) {
    const from = match.index
    const [piece] = match
    const to = from + piece.length
    if (startsRun.test(piece)) {
      found.push({ term: piece.normalize("NFKC"), from, to, isRun: true })
    } else if (!(language === "fr" && /['’]/.test(read[to] ?? "") && elision.test(piece))) {
      const isPossessive = /^s$/i.test(piece) && /['’]/.test(read[from - 1] ?? "")
      if (!isPossessive) found.push({ term: foldWord(piece, language).slice(0, longestWord), from, to, isRun: false })
    }
  }
  return found
}

/** The terms that a text is indexed by: runs by their characters and by their pairs, so that any part can be found. */
export function tokensOf(text: string, language: string): Token[] {
  return piecesOf(text, language).flatMap((piece) => (piece.isRun ? charactersAndPairs(piece) : [piece]))
}

function charactersAndPairs({ term, from }: Token): Token[] {
  const found: Token[] = []
  let at = from
  let last: Token | undefined
  for (const character of term) {
    const token = { term: character, from: at, to: at + character.length, isRun: true }
    found.push(token)
    if (last) found.push({ term: last.term + character, from: last.from, to: token.to, isRun: true })
    last = token
    at = token.to
  }
  return found
}
