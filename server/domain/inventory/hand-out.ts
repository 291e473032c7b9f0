import { allocate } from "./allocate.ts"
import { changeClaim, type Claim, type Draft, shelve } from "./book.ts"

const left = ({ quantity, handedOut }: Claim) => quantity - handedOut
const alive = (draft: Draft) =>
  [...draft.claims.values()]
    .filter(({ status }) => status === "held" || status === "awaited")
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))

/**
 * A paid claim takes its pieces off the shelves. Where more is promised than lies there, those who were granted before it come first,
 * and what is still to come is awaited.
 */
export function handOut(draft: Draft, claim: Claim): void {
  const queue = alive(draft)
  const ahead =
    draft.reserved > draft.onHand
      ? queue.slice(
          0,
          queue.findIndex(({ id }) => id === claim.id),
        )
      : []
  const promised = ahead.reduce((sum, other) => sum + left(other), 0)
  const pieces = Math.min(left(claim), Math.max(0, draft.onHand - promised))
  const shelves = [...draft.shelves].map(([locationId, onHand]) => ({ locationId, onHand }))
  for (const { locationId, onHand } of allocate(shelves, pieces))
    shelve(draft, { kind: "sell", pieces: -onHand, reservedDelta: -onHand, locationId, reference: claim.orderId })
  const handedOut = claim.handedOut + pieces
  const status = handedOut === claim.quantity ? "consumed" : "awaited"
  if (pieces > 0 || status !== claim.status) changeClaim(draft, claim, { handedOut, status })
}

/** A claim that was not paid is given up. */
export function giveBack(draft: Draft, claim: Claim): void {
  const pieces = left(claim)
  draft.reserved -= pieces
  draft.movements.push({ kind: "release", onHandDelta: 0, reservedDelta: -pieces, locationId: null, reference: claim.orderId })
  changeClaim(draft, claim, { status: "released" })
}

/** An order that waits wants so many fewer. Answers how many of them were still to come. */
export function forgo(draft: Draft, orderId: string, most: number): number {
  const claim = alive(draft).find((waiting) => waiting.orderId === orderId && waiting.status === "awaited")
  const pieces = Math.min(most, claim ? left(claim) : 0)
  if (!claim || pieces === 0) return 0
  draft.reserved -= pieces
  draft.movements.push({ kind: "release", onHandDelta: 0, reservedDelta: -pieces, locationId: null, reference: orderId })
  const quantity = claim.quantity - pieces
  if (quantity === 0) changeClaim(draft, claim, { status: "released" })
  else changeClaim(draft, claim, { quantity, status: quantity === claim.handedOut ? "consumed" : "awaited" })
  return pieces
}

/** Pieces came, or became free: those who paid and wait get theirs, in the order of their grants. */
export function serveAwaited(draft: Draft): void {
  for (const claim of alive(draft)) if (claim.status === "awaited") handOut(draft, claim)
}
