import { useEffect } from "react"

/** Tells the shop what somebody does with a product, without saying who; not where the browser asks for privacy. */
export function sendSignal(kind: "view" | "cart" | "removal" | "dwell", productId: string): void {
  send({ kind, productId })
}

/** A shelf of recommendations was seen: `where` names the place and the arm of a comparison. */
export function sendShown(where: string): void {
  send({ kind: "shown", detail: where })
}

/** A recommended product was followed. */
export function sendPick(productId: string, where: string): void {
  send({ kind: "picked", productId, detail: where })
}

/** A look, and after a while on an open page a long look. */
export function useViewSignal(productId: string): void {
  useEffect(() => {
    sendSignal("view", productId)
    let seconds = 0
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return
      seconds++
      if (seconds < longLookSeconds) return
      clearInterval(timer)
      sendSignal("dwell", productId)
    }, 1_000)
    return () => clearInterval(timer)
  }, [productId])
}

const longLookSeconds = 20

function send(signal: Record<string, string>): void {
  if (navigator.doNotTrack === "1") return
  navigator.sendBeacon("/signals", new URLSearchParams(signal))
}
