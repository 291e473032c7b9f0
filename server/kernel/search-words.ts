const cjk = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々"
const pieces = new RegExp(`[${cjk}]+|(?:(?![${cjk}])[\\p{L}\\p{N}\\p{M}])+`, "gu")
const startsCjk = new RegExp(`^[${cjk}]`, "u")
const mostWords = 8

/**
 * Text as the built-in engine indexes it: words in lower case; scripts that are written without spaces as their single
 * characters and pairs of neighbours, so that any part of a run can be found.
 */
export function indexText(text: string): string {
  return piecesOf(text)
    .flatMap((piece) => (startsCjk.test(piece) ? [...piece, ...pairsOf(piece)] : [piece]))
    .join(" ")
}

export interface SearchWords {
  /** For `to_tsquery`: every word, each by its beginning; runs without spaces by their pairs. Empty: nothing to look for. */
  readonly query: string
  /** The words as typed, for comparing by letters. */
  readonly plain: string
}

/** What a person typed, cut to eight words. Only letters and digits are left, so nothing in it can steer the query. */
export function searchWords(text: string): SearchWords {
  const words = piecesOf(text).slice(0, mostWords)
  const terms = words.flatMap((word) => {
    if (!startsCjk.test(word)) return [`'${word}':*`]
    return Array.from(word).length === 1 ? [`'${word}'`] : pairsOf(word).map((pair) => `'${pair}'`)
  })
  return { query: terms.join(" & "), plain: words.join(" ") }
}

function piecesOf(text: string): string[] {
  return text.slice(0, 20_000).normalize("NFKC").toLowerCase().match(pieces) ?? []
}

function pairsOf(run: string): string[] {
  const letters = Array.from(run)
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
