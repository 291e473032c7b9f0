import type { TrainingFigures } from "#server/domain/recommendations/index.ts"

const tolerance = 0.8

/**
 * Whether a new model is a step back. Recall itself rises and falls with the season and the catalogue, so what is compared is how far each model
 * leads popularity on its own days. Where too little is left to learn from (people may erase what they did), what was learned goes, too.
 */
export function isWorse(next: TrainingFigures, before: TrainingFigures | undefined, kind: "learned" | "content"): boolean {
  if (!before || kind === "content") return false
  const [now, then] = [leadOf(next), leadOf(before)]
  return now !== undefined && then !== undefined && now < then * tolerance
}

function leadOf({ blend, popularity }: TrainingFigures): number | undefined {
  return blend && popularity && popularity.recall20 > 0 ? blend.recall20 / popularity.recall20 : undefined
}
