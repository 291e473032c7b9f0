import { createContext, type ReactNode, useContext } from "react"
import type { Room, Say } from "./catalogue.ts"
import type { Formats } from "./formats.ts"
import type { Language } from "#server/kernel/languages.ts"
import { type Texts, textsIn } from "./texts.ts"

/**
 * What a user reads.
 *
 * - Catalogues are `app/text/<language>/<room>.ts`: flat keys, English first (`as const`), the others typed
 *   `Translation<typeof english>`, so a missing key does not compile. Names are `{{name}}`; plurals are `key_one` and
 *   `key_other`, called by their stem with `count`.
 * - In a component: `const t = useText("storefront")`, then `t("cart.title")` or `t("cart.lines", { count: 3 })`.
 *   Keys and names are checked. `useFormats()` writes money, numbers and dates.
 * - Outside React (loaders, refusals): `textsIn(language).say("refusals")`.
 * - The server awaits `loadAllTexts()` before its first page. The page writes its language and rooms on
 *   `<html lang data-rooms>`; the browser awaits `loadTexts` of just those before it hydrates, so both render the same words.
 *   Changing language is a full page load.
 */
interface Speech {
  readonly texts: Texts
  readonly formats: Formats
}

const SpeechContext = createContext<Speech | undefined>(undefined)

export function TextProvider({
  language,
  timeZone = "UTC",
  children,
}: {
  language: Language
  timeZone?: string
  children: ReactNode
}) {
  const texts = textsIn(language)
  return <SpeechContext.Provider value={{ texts, formats: texts.formats(timeZone) }}>{children}</SpeechContext.Provider>
}

export function useText<R extends Room>(room: R): Say<R> {
  return useSpeech().texts.say(room)
}

export function useFormats(): Formats {
  return useSpeech().formats
}

export function useLanguage(): Language {
  return useSpeech().texts.language
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error("text is used outside of TextProvider")
  return speech
}
