import type { Work } from "#server/context/work.ts"
import { type Draft, draftOf } from "./book.ts"
import { giveBack, handOut, serveAwaited } from "./hand-out.ts"
import { heldBy, openBooks } from "./open-books.ts"
import { writeBooks } from "./write-books.ts"

/**
 * Ends what these orders hold: stock rows are locked in id order, and each variant is written once, however many orders it is. A
 * repeat finds nothing held and changes nothing. Answers how many variants moved.
 */
export async function endReservations(work: Work, orderIds: readonly string[], how: "release" | "sell"): Promise<number> {
  if (orderIds.length === 0) return 0
  const books = await openBooks(work, { which: heldBy(work.tenantId, orderIds), orderIds })
  const ending = new Set(orderIds)
  const drafts = books.map((book) => {
    const draft = draftOf(book)
    const mine = book.claims.filter(({ orderId, status }) => status === "held" && ending.has(orderId))
    for (const claim of mine.sort((a, b) => a.place - b.place)) (how === "sell" ? handOut : giveBack)(draft, claim)
    if (how === "release") serveAwaited(draft)
    return draft
  })
  await writeBooks(work, drafts)
  return drafts.filter(isMoved).length
}

const isMoved = ({ changedClaims }: Draft) => changedClaims.size > 0
