import { type Dice, dice } from "#prisma/seed/dice.ts"
import { backdrop } from "./backdrop.ts"
import { drawings, lyingKinds } from "./draw.ts"
import type { Kind } from "./kinds.ts"
import { newSheet } from "./sheet.ts"
import { type Tone, tones } from "./tones.ts"

export interface Scene {
  readonly kind: Kind
  readonly tone: Tone
  readonly view: "whole" | "close"
  readonly theme: string
  readonly width: number
  readonly height: number
  /** Equal texts give equal pictures. */
  readonly variation: string
}

/** One product on seamless paper, as SVG. Pure: the same scene is the same text. */
export function illustrate(scene: Scene): string {
  const luck: Dice = dice(1, scene.variation)
  const sheet = newSheet(luck)
  const tall = (1000 * scene.height) / scene.width
  const frame = scene.view === "whole" ? [70, 530 - tall * 0.43, 860, tall * 0.86] : [190, 530 - tall * 0.29, 580, tall * 0.58]
  const behind = backdrop(sheet, scene.theme, lyingKinds.has(scene.kind), [0, 520 - tall / 2, 1000, tall])
  const thing = drawings[scene.kind](sheet, tones[scene.tone])
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}" viewBox="${frame.join(" ")}"><defs>${sheet.definitions()}<radialGradient id="lampglow"><stop offset="0" stop-color="#ffe9b8" stop-opacity=".8"/><stop offset="1" stop-color="#ffe9b8" stop-opacity="0"/></radialGradient></defs>${behind}${thing}</svg>`
}
