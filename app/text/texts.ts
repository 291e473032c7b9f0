import { createInstance, type i18n } from "i18next"
import type { Room, Say } from "./catalogue.ts"
import { type Formats, formatsFor } from "./formats.ts"
import type { Language } from "#server/kernel/languages.ts"

/** Everything that one language can say: its loaded rooms and its ways of writing amounts and dates. */
export interface Texts {
  readonly language: Language
  say<R extends Room>(room: R): Say<R>
  formats(timeZone: string): Formats
}

interface Book {
  readonly words: i18n
  readonly texts: Texts
}

const books = new Map<Language, Book>()

/** Puts one room on the shelf. Adding it again changes nothing that is read. */
export function addCatalogue(language: Language, room: Room, entries: Readonly<Record<string, string>>): void {
  bookOf(language).words.addResourceBundle(language, room, entries)
}

/** Speaks only what `addCatalogue` was given before: pages must not render until their rooms are there. */
export function textsIn(language: Language): Texts {
  return bookOf(language).texts
}

function bookOf(language: Language): Book {
  const known = books.get(language)
  if (known) return known
  const words = createInstance()
  void words.init({
    lng: language,
    fallbackLng: false,
    resources: {},
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    showSupportNotice: false,
    // React escapes already.
    interpolation: { escapeValue: false },
  })
  const book = { words, texts: textsFrom(language, words) }
  books.set(language, book)
  return book
}

function textsFrom(language: Language, words: i18n): Texts {
  const voices = new Map<Room, (key: string, values?: object) => string>()
  const zones = new Map<string, Formats>()
  return {
    language,
    say(room) {
      const voice = voices.get(room) ?? ((key: string, values?: object) => words.t(key, { ...values, ns: room }))
      voices.set(room, voice)
      return voice
    },
    formats(timeZone) {
      const formats = zones.get(timeZone) ?? formatsFor(language, timeZone)
      zones.set(timeZone, formats)
      return formats
    },
  }
}
