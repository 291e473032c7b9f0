export const mostPieces = 1_000_000

/** @throws RangeError for what a form's schema must not let through. */
export function checkedPieces(count: number): number {
  if (!Number.isInteger(count) || count < 0 || count > mostPieces) throw new RangeError(`pieces: 0 to ${mostPieces}`)
  return count
}
