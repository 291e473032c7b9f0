import { newId } from "#server/kernel/ids.ts"
import type { Work } from "#server/context/work.ts"

/** A variant's stock as one statement left it. */
export interface MovedStock {
  readonly variantId: string
  readonly productId: string
  readonly onHand: number
  readonly reserved: number
  readonly revision: number
}

/** Tells open pages and jobs what each variant stands at now. */
export async function announceStock(work: Work, moved: readonly MovedStock[]): Promise<void> {
  for (const { variantId, productId, onHand, reserved, revision } of moved) {
    await work.emit("stock.moved", { variantId, productId, onHand, free: onHand - reserved, revision })
  }
}

/** Kind and time of an id; the statement that makes the rows adds 16 random hexadecimal digits to each. */
export function idStem(kind: "movement" | "reservation", at: Date): string {
  return newId(kind, at.getTime()).slice(0, 14)
}
