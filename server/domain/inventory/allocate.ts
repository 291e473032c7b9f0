import type { Shelf } from "./book.ts"

/**
 * Where pieces are taken from: the first location by priority that has them all, so that one parcel is enough; otherwise each in turn as
 * far as it goes. Together exactly `pieces`, or all there is.
 */
export function allocate(shelves: readonly Shelf[], pieces: number): Shelf[] {
  const whole = shelves.find(({ onHand }) => onHand >= pieces)
  if (whole) return [{ locationId: whole.locationId, onHand: pieces }]
  let missing = pieces
  return shelves.flatMap(({ locationId, onHand }) => {
    const taken = Math.min(missing, onHand)
    missing -= taken
    return taken > 0 ? [{ locationId, onHand: taken }] : []
  })
}
