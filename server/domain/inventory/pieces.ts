export const mostPieces = 1_000_000

/** A back-order limit that nobody reaches: as good as none at all. */
export const unlimitedBackorder = 1_000_000

/** Free pieces from which on stock counts as low, where the shop has not said. */
export const defaultLowAt = 3

/** @throws RangeError for what a form's schema must not let through. */
export function checkedPieces(count: number): number {
  if (!Number.isInteger(count) || count < 0 || count > mostPieces) throw new RangeError(`pieces: 0 to ${mostPieces}`)
  return count
}
