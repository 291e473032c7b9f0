import { useEffect, useState } from "react"
import type { ShelvesView } from "./recommendations.ts"

/** Asks after the page has come to life. `undefined`: not here yet. When it cannot be had, the page stands all the same. */
export function useShelves(place: string, productIds: readonly string[]): ShelvesView | undefined {
  const [shelves, setShelves] = useState<ShelvesView>()
  const products = productIds.join(",")
  useEffect(() => {
    const leaving = new AbortController()
    ask(place, products, leaving.signal).then(setShelves, () => {
      if (!leaving.signal.aborted) setShelves({ arm: "", shelves: [] })
    })
    return () => leaving.abort()
  }, [place, products])
  return shelves
}

async function ask(place: string, products: string, signal: AbortSignal): Promise<ShelvesView> {
  const answer = await fetch(`/recommendations?${new URLSearchParams({ place, products })}`, {
    signal,
    headers: { Accept: "application/json" },
  })
  if (!answer.ok) throw new Error(`/recommendations answered ${answer.status}`)
  return answer.json()
}
