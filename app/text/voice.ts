import type { Language } from "#server/kernel/languages.ts"

export type Voice = (key: string, values?: Readonly<Record<string, string | number>>) => string

/**
 * Speaks a catalogue in i18next's own format, as i18next would (voice.test.ts holds both side by side). Written out because
 * i18next takes 14 KB of a shop's script and some ten microseconds a phrase, and a page of goods has hundreds.
 */
export function voiceOf(language: Language, entries: Readonly<Record<string, string>>): Voice {
  const plural = new Intl.PluralRules(language)
  return (key, values) => {
    const count = values?.["count"]
    const form = typeof count === "number" ? (entries[`${key}_${plural.select(count)}`] ?? entries[`${key}_other`]) : undefined
    const text = form ?? entries[key] ?? key
    return values ? text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? "")) : text
  }
}
