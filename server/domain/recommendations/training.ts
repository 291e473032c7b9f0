export const trainingReasons = ["nightly", "demand", "events"] as const
export type TrainingReason = (typeof trainingReasons)[number]

export const trainingStates = ["waiting", "running", "published", "rejected", "failed", "cancelled"] as const
export type TrainingState = (typeof trainingStates)[number]

/** A training that is asked for again and again without coming to an end is given up. */
export const mostAttempts = 3

/** How well a list of twenty foretold what was hidden from the training. */
export interface PartFigures {
  readonly recall10: number
  readonly recall20: number
  readonly ndcg10: number
  readonly coverage: number
  readonly novelty: number
  readonly asked: number
}

/** By part, and `blend` for what is published. */
export type TrainingFigures = Readonly<Record<string, PartFigures>>

/** What a training leaves behind for people to read. */
export interface TrainingDetail {
  readonly backend?: string | undefined
  readonly kind?: "learned" | "content" | undefined
  readonly seconds?: number | undefined
  readonly events?: { readonly told: number; readonly used: number; readonly visitors: number; readonly bots: number } | undefined
  readonly figures?: TrainingFigures | undefined
  readonly products?: number | undefined
  readonly version?: number | undefined
  /** Why it failed: `crashed`, `not-finite`, `fault`. */
  readonly cause?: string | undefined
}
