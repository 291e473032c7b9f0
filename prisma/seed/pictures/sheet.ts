import type { Dice } from "#prisma/seed/dice.ts"
import { shade } from "./paint.ts"

export type Stop = readonly [offset: number, colour: string, opacity?: number]

/** What one drawing is made on: 1000 by 1000, the middle at 500, things stand at 790. */
export interface Sheet {
  readonly luck: Dice
  /** Keeps a definition and answers its reference, `url(#…)`. */
  define(make: (id: string) => string): string
  definitions(): string
}

export const middle = 500
export const floor = 790

export function newSheet(luck: Dice): Sheet {
  const made: string[] = []
  return {
    luck,
    define(make) {
      const id = `d${made.length}`
      made.push(make(id))
      return `url(#${id})`
    },
    definitions: () => made.join(""),
  }
}

const stopsText = (stops: readonly Stop[]) =>
  stops
    .map(([offset, colour, opacity = 1]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`)
    .join("")

/** Along the box of what it fills; the default runs from left to right. */
export function linear(sheet: Sheet, stops: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 1, 0]): string {
  return sheet.define(
    (id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsText(stops)}</linearGradient>`,
  )
}

export function radial(sheet: Sheet, stops: readonly Stop[], [cx, cy, r] = [0.5, 0.5, 0.5]): string {
  return sheet.define((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsText(stops)}</radialGradient>`)
}

export function clip(sheet: Sheet, shape: string): string {
  return sheet.define((id) => `<clipPath id="${id}">${shape}</clipPath>`)
}

/** Light on a round thing, from the upper left, with a little that comes back from the right. `gloss` 0 matt, 1 shining. */
export function roundStops(colour: string, gloss = 0.4, lift = 0): Stop[] {
  const at = (amount: number) => shade(colour, Math.max(-0.8, Math.min(0.8, amount + lift)))
  return [
    [0, at(-0.3)],
    [0.1, at(-0.1)],
    [0.27, at(0.16 + gloss * 0.26)],
    [0.36, at(0.14 + gloss * 0.1)],
    [0.54, at(0)],
    [0.8, at(-0.28)],
    [0.94, at(-0.44)],
    [1, at(-0.34)],
  ]
}
