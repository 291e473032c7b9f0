/** Makes a `switch` over a union exhaustive: a new member does not compile. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}

/** Narrows away `undefined` and `null` where they would be a fault of ours, with words for the log. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing ${what}`)
  return value
}
