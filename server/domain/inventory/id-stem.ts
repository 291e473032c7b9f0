import { newId } from "#server/kernel/ids.ts"

/** Kind and time of an id; the statement that makes the rows adds 16 random hexadecimal digits to each. */
export function idStem(kind: "movement" | "reservation", at: Date): string {
  return newId(kind, at.getTime()).slice(0, 14)
}
