import type { Language } from "#server/kernel/languages.ts"

/** Each in its own words, as a switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch", zh: "中文" }
