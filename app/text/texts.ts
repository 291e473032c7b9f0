import type { Language } from "#server/kernel/languages.ts"
import type { Room, Say } from "./catalogue.ts"
import { type Formats, formatsFor } from "./formats.ts"
import { type Voice, voiceOf } from "./voice.ts"

/** Everything that one language can say: its loaded rooms and its ways of writing amounts and dates. */
export interface Texts {
  readonly language: Language
  /** @throws when the room was not loaded: pages must not render until their rooms are there. */
  say<R extends Room>(room: R): Say<R>
  formats(timeZone: string): Formats
}

const voices = new Map<string, Voice>()
const books = new Map<Language, Texts>()

/** Puts one room on the shelf; adding it again changes nothing that is read. */
export function addCatalogue(language: Language, room: Room, entries: Readonly<Record<string, string>>): void {
  voices.set(`${language}/${room}`, voiceOf(language, entries))
}

export function textsIn(language: Language): Texts {
  const book = books.get(language) ?? openBook(language)
  books.set(language, book)
  return book
}

function openBook(language: Language): Texts {
  const zones = new Map<string, Formats>()
  return {
    language,
    say(room) {
      const voice = voices.get(`${language}/${room}`)
      if (!voice) throw new Error(`the texts of ${room} in ${language} are not loaded`)
      return voice
    },
    formats(timeZone) {
      const formats = zones.get(timeZone) ?? formatsFor(language, timeZone)
      zones.set(timeZone, formats)
      return formats
    },
  }
}
