import { type Fragment, fragment } from "#server/context/fragment.ts"
import { newId } from "#server/kernel/ids.ts"

/**
 * Ids for the rows that a statement makes: one random stem, and each row's number. Drawing 80 bits for every row takes as long as
 * writing it. At most 65,536 rows.
 */
export function rowIds(kind: "movement" | "reservation", at: Date): Fragment {
  return fragment`${newId(kind, at.getTime()).slice(0, -4)} || lpad(to_hex(row_number() over ()), 4, '0')`
}
