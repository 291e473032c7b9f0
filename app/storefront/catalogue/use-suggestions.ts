import { useEffect, useState } from "react"

export interface SuggestedProduct {
  readonly slug: string
  readonly title: string
  readonly marks: readonly { readonly from: number; readonly to: number }[]
}

const settleMs = 90

/** Products for what is typed. Only the last question is waited for; while it is under way the former answer stays. */
export function useSuggestions(words: string): readonly SuggestedProduct[] {
  const [products, setProducts] = useState<readonly SuggestedProduct[]>([])
  useEffect(() => {
    if (words === "") return setProducts([])
    const call = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/search/suggestions?${new URLSearchParams({ q: words })}`, { signal: call.signal })
        const said: { products?: readonly SuggestedProduct[] } = await response.json()
        setProducts(said.products ?? [])
      } catch {
        // Suggestions are a courtesy: without them the form still searches.
      }
    }, settleMs)
    return () => {
      clearTimeout(timer)
      call.abort()
    }
  }, [words])
  return products
}
