import { useEffect } from "react"

/** Tells the shop what somebody does with a product, without saying who; not where the browser asks for privacy. */
export function sendSignal(kind: "view" | "cart", productId: string): void {
  if (navigator.doNotTrack === "1") return
  navigator.sendBeacon("/signals", new URLSearchParams({ kind, productId }))
}

export function useViewSignal(productId: string): void {
  useEffect(() => sendSignal("view", productId), [productId])
}
