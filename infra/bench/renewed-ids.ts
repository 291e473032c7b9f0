import { randomBytes } from "node:crypto"

/** Kinds of rows that a checkout makes; those that it finds, such as goods, keep their ids. */
const made = /\b(?:ord|oln|crt|pay|evt|rsv|mov|pst|ent|vis|sig)_[0-9a-z]{26}\b|\b(?:pi|evt|req)_[0-9A-Za-z]{14,}/g

/** New ids for old, the same one for the same within a round. */
export function renewIds(): (value: string | null) => string | null {
  const known = new Map<string, string>()
  const fresh = (id: string) => {
    const other =
      known.get(id) ??
      `${id.slice(0, 14)}${randomBytes(id.length)
        .toString("hex")
        .slice(0, id.length - 14)}`
    known.set(id, other)
    return other
  }
  return (value) => value?.replace(made, fresh) ?? null
}
