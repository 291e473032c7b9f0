/** True when the database said that such a row is there already. `column` narrows to a constraint that covers it (snake case). */
export function isUniqueViolation(error: unknown, column?: string): boolean {
  if (typeof error !== "object" || error === null || !("code" in error) || error.code !== "P2002") return false
  return column === undefined || ("meta" in error && JSON.stringify(error.meta).includes(column))
}
