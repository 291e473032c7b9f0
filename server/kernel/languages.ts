/** The languages in which Rialto speaks. English first: it is what an unknown wish falls back to. */
export const languages = ["en", "de", "zh"] as const
export type Language = (typeof languages)[number]

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text)
}

/** The first acceptable language of an `Accept-Language` header, by weight; `fallback` when it names none of ours. */
export function preferredLanguage(header: string | null | undefined, fallback: Language = "en"): Language {
  const wishes = (header ?? "").split(",").map((wish) => {
    const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";")
    const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined)
    return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  const found = wishes.sort((a, b) => b.weight - a.weight).find((wish) => wish.weight > 0 && isLanguage(wish.language))
  return found && isLanguage(found.language) ? found.language : fallback
}
