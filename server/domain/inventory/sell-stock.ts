import type { Work } from "#server/context/work.ts"
import { endReservations } from "./end-reservation.ts"

/**
 * Turns what an order holds into a sale: on hand and reserved fall together, free stays. Pieces that are not there yet stay reserved and
 * are handed out as they come. Idempotent. Answers how many variants moved.
 */
export function sellStock(work: Work, orderId: string): Promise<number> {
  return endReservations(work, [orderId], "sell")
}
