import { de } from "./text/de.ts"
import { en } from "./text/en.ts"
import type { Wording } from "./text/wording.ts"
import { zh } from "./text/zh.ts"

const wordings: Readonly<Record<string, Wording>> = { en, de, zh }

/** English where we do not speak the language. */
export function wordingIn(language: string): Wording {
  return wordings[language] ?? en
}
