import type { Work } from "#server/context/work.ts"
import { endReservation } from "./end-reservation.ts"

/** Gives back what an order holds. Idempotent. Answers how many variants moved. */
export function releaseStock(work: Work, orderId: string): Promise<number> {
  return endReservation(work, orderId, "release")
}
