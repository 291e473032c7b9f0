/**
 * A light stem of a folded word: endings of number and case, and in English those of verbs. Two words with one stem find each other; a
 * stem is never shown, and never shorter than three letters. After the light stemmers of Harman (English) and Savoy (German, French).
 */
export function stemOf(word: string, language: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  if (language === "en") return english(word)
  if (language === "de") return german(word)
  if (language === "fr") return french(word)
  return word
}

function english(word: string): string {
  const singular = englishSingular(word)
  const verb = /^(.{3,}?)(?:ing|ed)$/.exec(singular)?.[1]
  const bare = verb !== undefined && /[aeiouy]/.test(verb) ? verb.replace(/([bdfgmnprt])\1$/, "$1") : singular
  return bare.length > 3 ? bare.replace(/e$/, "").replace(/y$/, "i") : bare
}

function englishSingular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/.{2}ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:[sxz]|ch|sh|o)es$/.test(word)) return word.slice(0, -2)
  if (/.{2}ves$/.test(word)) return `${word.slice(0, -3)}f`
  return word.endsWith("s") ? word.slice(0, -1) : word
}

function german(word: string): string {
  const base = word.length > 5 ? word.replace(/(?:ern|em|en|er|es|e|n|s)$/, "") : word.replace(/(?:en|e|n|s)$/, "")
  const kept = base.length >= 3 ? base : word
  return kept.length > 5 ? kept.replace(/(?:er|en|e)$/, "") : kept
}

function french(word: string): string {
  const base = /[^e]aux$/.test(word) && word.length > 5 ? `${word.slice(0, -3)}al` : word.replace(/[sx]$/, "")
  const bare = base.replace(/(?:ee|e)$/, "")
  return bare.length >= 3 ? bare : base
}
