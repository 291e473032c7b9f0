import type { Work } from "#server/context/work.ts"
import { endReservations } from "./end-reservation.ts"

/** Gives back what an order, or several, hold and have not paid for. Idempotent. Answers how many variants moved. */
export function releaseStock(work: Work, ...orderIds: readonly string[]): Promise<number> {
  return endReservations(work, orderIds, "release")
}
