import { useRef } from "react"

/**
 * Tells which rows have come or changed since the list was opened. `keys`: one per row, new when the row is; `scope`: what
 * makes it another list, a page or a filter.
 */
export function useFresh(keys: readonly string[], scope = ""): (key: string) => boolean {
  const known = useRef<{ scope: string; keys: ReadonlySet<string> }>(undefined)
  if (known.current?.scope !== scope) known.current = { scope, keys: new Set(keys) }
  const { keys: first } = known.current
  return (key) => !first.has(key)
}
