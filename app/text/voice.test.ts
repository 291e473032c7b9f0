import { createInstance } from "i18next"
import { describe, expect, it } from "vitest"
import { type Language, languages } from "#server/kernel/languages.ts"
import { rooms } from "./catalogue.ts"
import { shelf } from "./shelf.ts"
import { voiceOf } from "./voice.ts"

const values = Object.fromEntries(
  ["name", "time", "number", "reference", "shop", "query", "title"].map((name) => [name, `<${name} & {{x}}>`]),
)

async function i18nextOf(language: Language, entries: Readonly<Record<string, string>>) {
  const words = createInstance()
  await words.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: entries } },
    keySeparator: false,
    nsSeparator: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  })
  return (key: string, given?: object) => words.t(key, { ...given })
}

describe.each(languages)("a voice in %s", (language) => {
  it.each(rooms)("says all of %s as i18next says it", async (room) => {
    const entries = await shelf[language][room]()
    const [ours, theirs] = [voiceOf(language, entries), await i18nextOf(language, entries)]
    for (const key of Object.keys(entries)) {
      const names = Object.fromEntries(
        [...(entries[key] ?? "").matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => [name, values[name] ?? `<${name}>`]),
      )
      const stem = /^(.*)_(?:one|other)$/.exec(key)?.[1]
      if (stem === undefined) expect(ours(key, names)).toBe(theirs(key, names))
      else
        for (const count of [0, 1, 2, 11, 21, 1_000])
          expect(ours(stem, { ...names, count })).toBe(theirs(stem, { ...names, count }))
    }
    expect(ours("no.such.key")).toBe(theirs("no.such.key"))
  })
})
