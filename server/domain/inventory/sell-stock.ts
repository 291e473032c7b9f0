import type { Work } from "#server/context/work.ts"
import { endReservation } from "./end-reservation.ts"

/** Turns what an order holds into a sale: on hand and reserved fall, free stays. Idempotent. Answers how many variants moved. */
export function sellStock(work: Work, orderId: string): Promise<number> {
  return endReservation(work, orderId, "sell")
}
