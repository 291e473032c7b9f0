import type { Level } from "./level.ts"

/** What one transaction did to a variant's stock row: `level` is how it was. */
export interface StockMove {
  readonly level: Level
  readonly onHand: number
  readonly reserved: number
  readonly backorderLimit?: number
  readonly revision: number
}
