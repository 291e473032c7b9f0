import type { admin } from "#app/text/en/admin.ts"
import type { console } from "#app/text/en/console.ts"
import type { market } from "#app/text/en/market.ts"
import type { refusals } from "#app/text/en/refusals.ts"
import type { storefront } from "#app/text/en/storefront.ts"
import type { ui } from "#app/text/en/ui.ts"

/** English is the measure: its keys and its `{{names}}` bind every other language and every call. */
export interface Catalogues {
  ui: typeof ui
  storefront: typeof storefront
  market: typeof market
  console: typeof console
  admin: typeof admin
  refusals: typeof refusals
}

export type Room = keyof Catalogues
export const rooms = ["ui", "storefront", "market", "console", "admin", "refusals"] as const satisfies readonly Room[]

export function isRoom(text: unknown): text is Room {
  return rooms.some((room) => room === text)
}

/** What another language must say. Chinese has no singular form, so `_one` may be left out. */
export type Translation<English> = { [K in keyof English as K extends `${string}_one` ? never : K]: string } & {
  [K in keyof English as K extends `${string}_one` ? K : never]?: string
}

type Base<K> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K

/** A key as a page writes it: plural forms share their stem. */
export type TextKey<R extends Room> = Base<keyof Catalogues[R]> & string

type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never
type Entry<R extends Room, K extends string> = Catalogues[R][Extract<keyof Catalogues[R], K | `${K}_one` | `${K}_other`>]
type Asked<R extends Room, K extends string> = Names<Entry<R, K>>

/** The second argument of `t`: absent when the text has no names, otherwise every name of it. */
export type Values<R extends Room, K extends string> = [Asked<R, K>] extends [never]
  ? []
  : [{ [N in Asked<R, K>]: N extends "count" ? number : string | number }]

export type Say<R extends Room> = <K extends TextKey<R>>(key: K, ...values: Values<R, K>) => string
