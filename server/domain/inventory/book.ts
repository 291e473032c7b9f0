import type { Level } from "./level.ts"

/** What lies at one location. In a book: by priority. */
export interface Shelf {
  readonly locationId: string
  readonly onHand: number
}

/** A reservation that is alive. */
export interface Claim {
  readonly id: string
  readonly orderId: string
  readonly quantity: number
  readonly handedOut: number
  readonly place: number
  readonly status: string
}

export interface Movement {
  readonly kind: string
  readonly onHandDelta: number
  readonly reservedDelta: number
  readonly locationId: string | null
  readonly reference: string
}

/** One variant's stock as it was locked. `claims` is complete only where not everybody can be served: in the order of their grants. */
export interface OpenBook {
  readonly level: Level
  readonly shelves: readonly Shelf[]
  readonly claims: readonly Claim[]
}

/** A book that is being written in: nothing of it is in the database yet. */
export interface Draft {
  readonly level: Level
  onHand: number
  reserved: number
  readonly shelves: Map<string, number>
  readonly claims: Map<string, Claim>
  readonly changedClaims: Set<string>
  readonly changedShelves: Set<string>
  readonly movements: Movement[]
}

export function draftOf({ level, shelves, claims }: OpenBook): Draft {
  return {
    level,
    onHand: level.onHand,
    reserved: level.reserved,
    shelves: new Map(shelves.map(({ locationId, onHand }) => [locationId, onHand])),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    changedClaims: new Set(),
    changedShelves: new Set(),
    movements: [],
  }
}

/** Puts pieces on a shelf, or takes them off when `pieces` is below zero. */
export function shelve(
  draft: Draft,
  move: Omit<Movement, "onHandDelta" | "locationId"> & { locationId: string; pieces: number },
): void {
  const { kind, reservedDelta, locationId, reference, pieces } = move
  draft.onHand += pieces
  draft.reserved += reservedDelta
  draft.shelves.set(locationId, (draft.shelves.get(locationId) ?? 0) + pieces)
  draft.changedShelves.add(locationId)
  draft.movements.push({ kind, onHandDelta: pieces, reservedDelta, locationId, reference })
}

export function changeClaim(draft: Draft, claim: Claim, change: Partial<Claim>): void {
  draft.claims.set(claim.id, { ...claim, ...change })
  draft.changedClaims.add(claim.id)
}
