import { z } from "zod"

/** `?page=` of a list; what makes no sense is the first page, as one would expect of an old link. */
export function pageNumber(most = 10_000) {
  return z.coerce.number().int().min(1).max(most).catch(1)
}

/** `?q=` of a search: one line, cut where no one means it any more; nothing when it is missing. */
export const searchText = z
  .string()
  .transform((text) =>
    text
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, 120),
  )
  .catch("")
