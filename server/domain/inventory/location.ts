import { z } from "zod"

export interface LocationView {
  readonly id: string
  readonly name: string
  /** From 1 on: the first one serves first. */
  readonly priority: number
  /** Pieces that lie there. */
  readonly pieces: number
}

/** What a merchant calls a location. */
export const locationName = z.string().trim().min(1).max(60)
