import { useCallback, useEffect, useRef, useState } from "react"
import type { FacetsView } from "./facets.ts"

/** Where the filters stand beside the list, in `search.css`. */
const besides = "(min-width: 60rem)"

/**
 * The counts of a list that is kept for everybody come by themselves: at once where there is room for them, else when `load` is called, and
 * again when the list has changed (`list`: any value that is another then). `null`: they cannot be had.
 */
export function useFacets(shelf: string, list: unknown): { readonly loaded: FacetsView | null | undefined; load(): void } {
  const [loaded, setLoaded] = useState<FacetsView | null>()
  const isWanted = useRef(false)
  const load = useCallback(() => {
    isWanted.current = true
    ask(shelf).then(setLoaded, () => setLoaded(null))
  }, [shelf])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other counts
  useEffect(() => {
    if (isWanted.current || window.matchMedia(besides).matches) load()
  }, [load, list])
  return { loaded, load }
}

async function ask(shelf: string): Promise<FacetsView | null> {
  const answer = await fetch(`/facets?${new URLSearchParams({ shelf })}`, { headers: { Accept: "application/json" } })
  if (!answer.ok) throw new Error(`/facets answered ${answer.status}`)
  return answer.json()
}
