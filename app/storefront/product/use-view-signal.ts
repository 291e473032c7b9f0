import { useEffect } from "react"

/** Tells the shop that somebody looks at this product, without saying who; not where the browser asks for privacy. */
export function useViewSignal(productId: string): void {
  useEffect(() => {
    if (navigator.doNotTrack === "1") return
    const body = new URLSearchParams({ kind: "view", productId })
    navigator.sendBeacon("/signals", body)
  }, [productId])
}
